"""Asks a running agent; where none runs, opens the device in this process. One code path for every command."""

import json
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from agent.adapters import control_socket
from agent.errors import AgentError

_WORTH_SENDING = {
    "say",
    "rate",
    "erase",
    "consent_grant",
    "consent_switch",
    "consent_under_14",
    "consent_withdraw",
}
"""Requests after which a command that runs the device by itself tries the network; the others only look."""

Event = dict[str, Any]
Answer = Callable[[Event], Event]

state_option = click.option(
    "--state",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    envvar="TINGCHE_STATE",
    help="The device's state folder (or set TINGCHE_STATE).",
)
profile_option = click.option(
    "--profile", help="Use this profile instead of the enrolled one: a shipped name (head_unit) or a .toml file."
)
models_option = click.option(
    "--models",
    "models_root",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="TINGCHE_MODELS",
    help="Where speech models are installed (or set TINGCHE_MODELS).",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON lines for machines.")
subject_option = click.option("--subject", help="Name of a driver profile on this device. [default: driver]")


class RemoteError(AgentError):
    """What the running agent said went wrong."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


def converse(
    state: Path,
    request: Event,
    answer: Answer,
    *,
    profile: str | None = None,
    models_root: Path | None = None,
    release: threading.Event | None = None,
) -> Iterator[Event]:
    """The events that answer a request; questions go to `answer`, and `release` says that the person let go.

    Raises:
        AgentError: what went wrong and what to do.
    """
    try:
        events = control_socket.request(state, request, answer, release=release)
        first = next(events, None)
    except ConnectionError:
        yield from _in_this_process(state, request, _Collected(answer, release), profile, models_root)
        return
    if first is not None:
        yield checked(first)
    for event in events:
        yield checked(event)


def never_asked(question: Event) -> Event:
    """For requests that ask nothing."""
    raise AgentError(f"The agent asked {question.get('event')!r}, which this command cannot answer: update it.")


def print_json(event: Event) -> None:
    """One JSON line, at once."""
    print(json.dumps(event, ensure_ascii=False), flush=True)


def is_interactive() -> bool:
    """Whether a person sits in front of this command."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def checked(event: Event) -> Event:
    """The event; what the agent said went wrong is raised.

    Raises:
        RemoteError: it was an error.
    """
    if event.get("event") == "error":
        raise RemoteError(str(event["message"]), int(event["exit_code"]))
    return event


def _in_this_process(
    state: Path, request: Event, talk: "_Collected", profile: str | None, models_root: Path | None
) -> Iterator[Event]:
    from agent.runtime import Agent

    forward = request["do"] in _WORTH_SENDING
    with Agent(state, profile=profile, models_root=models_root, forward=forward) as agent:
        yield from talk.run(lambda: agent.requests.serve(request, talk))


class _Collected:
    """A conversation inside this process: the request runs in a thread, so that events show while it works."""

    def __init__(self, answer: Answer, release: threading.Event | None) -> None:
        import queue

        self._answer = answer
        self._release = release
        self._events: queue.Queue[Event | BaseException | None] = queue.Queue()

    def tell(self, event: Event) -> None:
        self._events.put(event)

    def ask(self, question: Event) -> Event:
        import queue

        reply: queue.Queue[Event] = queue.Queue()
        self._events.put({**question, "_reply": reply})
        return reply.get()

    def released(self) -> bool:
        return self._release is not None and self._release.is_set()

    def run(self, work: Callable[[], None]) -> Iterator[Event]:
        def guarded() -> None:
            try:
                work()
            except BaseException as error:  # noqa: BLE001 - handed to the thread that waits for it
                self._events.put(error)
            finally:
                self._events.put(None)

        worker = threading.Thread(target=guarded, name="request", daemon=True)  # Ctrl-C must not wait for an answer
        worker.start()
        while (event := self._events.get()) is not None:
            if isinstance(event, BaseException):
                worker.join()
                raise event
            reply = event.pop("_reply", None)
            if reply is None:
                yield event
            else:
                reply.put(self._answer(event))
        worker.join()
