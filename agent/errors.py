"""Failures, filed by who has to act next.

Expected outcomes (a refused grant, a duplicate, an expired record) are return values, never exceptions. Every
message here is safe to log and to show: it names places, counts and remedies, never what a person said.
"""

STILL_WORKS = "打分和打字仍可用。Ratings and typed text still work."
"""What a person can do while speech is out of order: part of every such message."""


class AgentError(Exception):
    """Root of everything the agent raises on purpose."""

    exit_code = 1
    """Process exit status when the error reaches the command line."""


class TemporaryError(AgentError):
    """Nothing is lost and the agent tries again by itself."""

    exit_code = 75  # EX_TEMPFAIL, sysexits.h


class TechnicianNeededError(AgentError):
    """Someone has to change the device; the message says what to do."""

    exit_code = 78  # EX_CONFIG


class InputRefusedError(AgentError):
    """The input at hand cannot be used; the message names the place in it and the remedy."""

    exit_code = 65  # EX_DATAERR


class ConsentMissingError(AgentError):
    """No live grant covers this purpose; only the person themself can change that."""

    exit_code = 77  # EX_NOPERM
