"""What can be asked of the agent about its questions: raise one, see it, answer it, leave it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from agent.errors import InputRefusedError
from agent.feedback.trigger import Fact
from agent.questioning import Questioning
from agent.requests import Conversation
from agent.signals.signal import Signal

Event = dict[str, Any]

_GONE: Final = "question_gone"


class Answering:
    """Serves the requests about questions; safe to call from several threads."""

    def __init__(self, questioning: Questioning) -> None:
        self._questioning = questioning
        self.served: Mapping[str, Callable[[Event, Conversation], None]] = {
            "trigger": self._trigger,
            "signal": self._signal,
            "question": self._tell_question,
            "leave": self._leave,
        }

    def serve(self, request: Event, talk: Conversation) -> None:
        """Answer one of `served`.

        Raises:
            AgentError: what went wrong and what to do.
        """
        self.served[request["do"]](request, talk)

    def _trigger(self, request: Event, talk: Conversation) -> None:
        """Something happened, as a technician or another system of the device says."""
        refused = self._questioning.happened(str(request.get("trigger")), _facts(request.get("facts") or {}))
        question = self._questioning.question
        talk.tell(
            {
                "event": "triggered",
                "asks": None if question is None else question.shown(),
                "not_asked": [{"rule": one.rule_id, "reason": one.reason.value} for one in refused],
            }
        )

    def _signal(self, request: Event, talk: Conversation) -> None:
        """A vehicle signal, from a recording that is played to the agent or from a system without a databroker."""
        value, at = request.get("value"), self._questioning.now()
        if isinstance(value, list):
            value = tuple(map(str, value))
        if not isinstance(value, float | int | bool | str | tuple):
            raise InputRefusedError("A signal's value is a number, true or false, a text, or a list of texts.")
        self._questioning.signal(Signal(str(request.get("name")), value, at))
        talk.tell({"event": "taken"})

    def _tell_question(self, request: Event, talk: Conversation) -> None:  # noqa: ARG002 - one signature for all
        question = self._questioning.question
        talk.tell({"event": "asking", "asks": None if question is None else question.shown()})

    def _leave(self, request: Event, talk: Conversation) -> None:
        left = self._questioning.leave(_number(request))
        talk.tell({"event": "left"} if left else {"event": "not_kept", "reason": _GONE})


def _number(request: Event) -> int:
    number = request.get("question")
    if not isinstance(number, int):
        raise InputRefusedError("Say which question: its `number`, as the agent told it.")
    return number


def _facts(given: object) -> dict[str, Fact]:
    if not isinstance(given, dict) or not all(isinstance(v, str | int | float | bool) for v in given.values()):
        raise InputRefusedError("Facts are names with a text, a number, or true or false.")
    return {str(name): value for name, value in given.items()}
