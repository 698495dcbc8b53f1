"""The hub's failures, filed by who has to act next.

Expected outcomes (a duplicate, a refused frame, a wrong claim) are return values, never exceptions. Every message here
is safe to log and to show: it names places, counts and remedies, never what a person said.
"""


class HubError(Exception):
    """Root of everything the hub raises on purpose."""

    exit_code = 1
    """Process exit status when the error reaches the command line; the same numbers as the agent's."""


class TemporaryError(HubError):
    """Nothing is lost; trying again later is enough."""

    exit_code = 75  # EX_TEMPFAIL, sysexits.h


class ConflictError(TemporaryError):
    """Another worker was in the way; the same transaction may be tried again at once."""


class OperatorNeededError(HubError):
    """Someone has to change the installation; the message says what to do."""

    exit_code = 78  # EX_CONFIG


class InputRefusedError(HubError):
    """What was typed or named cannot be used; the message names the place in it and the remedy."""

    exit_code = 65  # EX_DATAERR
