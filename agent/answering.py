"""What can be asked of the agent about its questions: raise one, see it, answer it by touch or in words, leave it.

A question and its follow-ups are one conversation and become one record, kept when the conversation is over: answered
to its end, left, or nobody reacts any more. Until then nobody was thanked, and a power cut costs what was touched.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from agent.contract.messages import Answer
from agent.contract.triggers import PERSONAL_SETTINGS, PERSONAL_TAGS
from agent.errors import AgentError, InputRefusedError
from agent.feedback.trigger import Fact
from agent.ports import QuestionStore
from agent.prompting.answers import CLEAR_ENOUGH, Choice, understood
from agent.prompting.shipped import SHIPPED
from agent.prompting.visit import middle_face, visit_answers
from agent.questioning import Question, Questioning
from agent.requests import Conversation, Requests
from agent.rights import DEFAULT_SUBJECT, durable
from agent.said import Said, together
from agent.signals.signal import Signal

Event = dict[str, Any]

_log = logging.getLogger(__name__)
_GONE: Final = {"event": "not_kept", "reason": "question_gone"}
_TOUCHED: Final = {"do": "answer", "touch": True, "agreed": True}
"""What a touch beside its notice says when nobody is there any more to say more."""


@dataclass(slots=True)
class _SoFar:
    """What was answered in one conversation that is not over."""

    question: Question
    """The first that was answered."""
    answers: list[Answer] = field(default_factory=list)
    said: Said | None = None
    contact: str | None = None
    safety: bool = False


class Answering:
    """Serves the requests about questions; safe to call from several threads.

    Args:
        questioning: owns the question that stands there.
        requests: hears, and keeps.
        store: of what a person says of themselves.
        knows_drivers: whether there are profiles here, or visits alone.
        visit_scene: what a visit here is about, see `Context.scene`.
        heard: told each signal that comes by request, as `questioning` is.
    """

    def __init__(
        self,
        questioning: Questioning,
        requests: Requests,
        store: QuestionStore,
        *,
        knows_drivers: bool,
        visit_scene: str,
        heard: Callable[[Signal], object] = lambda _signal: None,
    ) -> None:
        self._heard = heard
        self._store = store
        self._visit_scene = visit_scene
        self._knows_drivers = knows_drivers
        self._questioning = questioning
        self._requests = requests
        self._lock = threading.Lock()
        self._open: dict[int, _SoFar] = {}
        self._served: Mapping[str, Callable[[Event, Conversation], None]] = {
            "trigger": self._trigger,
            "signal": self._signal,
            "question": self._tell_question,
            "answer": self._answer,
            "say": self._say,
            "visit": self._visit,
            "leave": self._leave,
            "typing": self._typing,
            "tags": self._tags,
        }

    def takes(self, request: Event) -> bool:
        """Whether a request is about questions."""
        about = request.get("question") is not None or request.get("answers") is not None
        return request.get("do") in self._served and (request.get("do") != "say" or about)

    def serve(self, request: Event, talk: Conversation) -> None:
        """Answer one that is.

        Raises:
            AgentError: what went wrong and what to do.
        """
        self._served[request["do"]](request, talk)

    def left_alone(self, conversation: int) -> None:
        """Nobody reacts any more: what was answered before is kept, for it was given."""
        try:
            self._finish(conversation, _TOUCHED, _Nobody())
        except AgentError as error:
            _log.warning("answers could not be kept: %s", type(error).__name__)

    def close(self) -> None:
        """Keep what was answered in a conversation that the end of the agent cuts short."""
        for conversation in tuple(self._open):
            self.left_alone(conversation)

    # ---- what happens --------------------------------------------------------------------------------------------

    def _trigger(self, request: Event, talk: Conversation) -> None:
        """Something happened, as a technician or another system of the device says."""
        refused = self._questioning.happened(str(request.get("trigger")), _facts(request.get("facts") or {}))
        talk.tell(
            {
                "event": "triggered",
                **self._asks(),
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
        signal = Signal(str(request.get("name")), value, at)
        self._questioning.signal(signal)
        self._heard(signal)
        talk.tell({"event": "taken"})

    # ---- the question --------------------------------------------------------------------------------------------

    def _tell_question(self, request: Event, talk: Conversation) -> None:  # noqa: ARG002 - one signature for all
        talk.tell({"event": "asking", **self._asks()})

    def _answer(self, request: Event, talk: Conversation) -> None:
        """One of the offered answers, touched: with the notice beside it that is consent to this conversation."""
        question = self._standing(request)
        if question is None:
            talk.tell(_GONE)
            return
        chosen = str(request.get("answer"))
        if chosen not in {one.answer_id for one in question.rule.answers}:
            raise InputRefusedError("This question does not offer that answer.")
        self._note(question, _answered(question, Choice(chosen, 1.0), touched=True))
        if self._questioning.answer(question.number, (chosen,)):
            self._go_on(question, request, talk)
        else:  # it left the screen as it was touched: what was touched counts, what follows is not asked
            self._finish(question.conversation, request, talk)

    def _say(self, request: Event, talk: Conversation) -> None:
        """An answer in words. They are kept as they are said, beside the offered answer that they mean."""
        if request.get("answers") is not None:
            self._say_too(request, talk)
            return
        question = self._standing(request)
        if question is None:
            talk.tell(_GONE)
            return
        with self._questioning.hold(question.number):
            listener = _Understanding(talk, question, lambda: self._questioning.at_the_wheel)
            given = self._requests.hear_out(request, listener)
        if given is None:
            return
        said, contact = given
        assert said.masked is not None  # noqa: S101 - hear_out always has words
        choice = understood(said.masked.text, question.rule.answers)
        answer = _answered(question, choice, touched=False)
        if listener.chose_at_the_wheel:  # nobody has seen the words: the answer alone is kept, and not they
            self._note(question, answer)
        else:
            self._note(question, answer, said, contact)
        if self._questioning.answer(question.number, () if choice is None else (choice.answer_id,)):
            self._go_on(question, request, talk)
        else:
            self._finish(question.conversation, request, talk)

    def _leave(self, request: Event, talk: Conversation) -> None:
        """Not answered. What was answered before in this conversation is kept."""
        question = self._standing(request)
        if question is None or not self._questioning.leave(question.number):
            talk.tell(_GONE)
        else:
            self._finish(question.conversation, request, talk)

    def _tags(self, request: Event, talk: Conversation) -> None:
        """What a person says of themselves, so that questions fit; with nothing chosen, what was said before."""
        if not self._knows_drivers:
            raise InputRefusedError("这里不认人。This device knows nobody: each visit is somebody else.")
        alias, chosen = str(request.get("subject") or DEFAULT_SUBJECT), request.get("tags")
        subject = self._store.find_subject(alias)
        if isinstance(chosen, list):
            unknown = sorted({str(tag) for tag in chosen} - {*PERSONAL_TAGS, *PERSONAL_SETTINGS})
            if unknown:
                raise InputRefusedError(f"No tag is called {unknown[0]!r}. Known: {', '.join(PERSONAL_TAGS)}.")
            subject = subject or durable(self._store.subject_for(alias))
            durable(self._store.set_tags(subject, frozenset(map(str, chosen))))
        talk.tell({"event": "tags", "tags": [] if subject is None else sorted(self._store.tags(subject))})

    # ---- what a visitor's page asks ------------------------------------------------------------------------------

    def _visit(self, request: Event, talk: Conversation) -> None:
        """Lines that were touched, together: consent by the notice beside them, one record."""
        answers = visit_answers(self._questioning.rules(), request.get("answers"))
        rating = middle_face(answers)
        self._requests.keep_answers(answers, self._visit_scene, request, talk, safety=False, rating=rating)

    def _say_too(self, request: Event, talk: Conversation) -> None:
        """The same with a sentence."""
        answers = visit_answers(self._questioning.rules(), request.get("answers"))
        given = self._requests.hear_out(request, talk)
        if given is not None:
            said, contact = given
            rating = said.rating or middle_face(answers)
            said = replace(said, answers=answers, scene=self._visit_scene, rating=rating)
            self._requests.keep(said, contact, request, talk)

    def _typing(self, request: Event, talk: Conversation) -> None:
        """Somebody types an answer: the question waits for them as it does for who speaks."""
        question = self._standing(request)
        if question is None:
            talk.tell(_GONE)
            return
        with self._questioning.hold(question.number):
            talk.ask({"event": "typing"})

    # ---- inside --------------------------------------------------------------------------------------------------

    def _asks(self) -> Event:
        question = self._questioning.question
        return {"asks": None if question is None else question.shown(), "seen": self._questioning.in_sight}

    def _standing(self, request: Event) -> Question | None:
        """The question that is meant, where it still stands there."""
        number, question = request.get("question"), self._questioning.question
        if not isinstance(number, int):
            raise InputRefusedError("Say which question: its `number`, as the agent told it.")
        return question if question is not None and question.number == number else None

    def _note(self, question: Question, answer: Answer, said: Said | None = None, contact: str | None = None) -> None:
        with self._lock:
            so_far = self._open.setdefault(question.conversation, _SoFar(question))
            so_far.answers.append(answer)
            so_far.safety |= question.rule.safety
            so_far.contact = contact or so_far.contact
            if said is not None:
                so_far.said = said if so_far.said is None else together(so_far.said, said)

    def _go_on(self, question: Question, request: Event, talk: Conversation) -> None:
        following = self._questioning.question
        if following is not None and following.conversation == question.conversation:
            talk.tell({"event": "asking", "asks": following.shown()})
        else:
            self._finish(question.conversation, request, talk)

    def _finish(self, conversation: int, request: Event, talk: Conversation) -> None:
        """The conversation is over: one record of all that was answered, or nothing where nothing was."""
        with self._lock:
            so_far = self._open.pop(conversation, None)
        if so_far is None:
            talk.tell({"event": "left"})
            return
        answers, scene = tuple(so_far.answers), so_far.question.scene
        if so_far.said is None:
            self._requests.keep_answers(answers, scene, request, talk, safety=so_far.safety)
            return
        safety = so_far.safety or so_far.said.safety
        said = replace(so_far.said, answers=answers, scene=scene, safety=safety)
        self._requests.keep(said, so_far.contact, request, talk)


def _answered(question: Question, choice: Choice | None, *, touched: bool) -> Answer:
    words = {one.answer_id: one.zh for one in question.rule.answers}
    pushed = question.source.set_id != SHIPPED
    return Answer(
        rule_id=question.rule.rule_id,
        question=question.zh,
        answer_id=None if choice is None else choice.answer_id,
        answer="" if choice is None else words[choice.answer_id],
        confidence=None if choice is None or touched else choice.confidence,
        set_id=question.source.set_id if pushed else None,
        set_version=question.source.version if pushed else None,
    )


def _facts(given: object) -> dict[str, Fact]:
    if not isinstance(given, dict) or not all(isinstance(v, str | int | float | bool) for v in given.values()):
        raise InputRefusedError("Facts are names with a text, a number, or true or false.")
    return {str(name): value for name, value in given.items()}


class _Understanding:
    """The person's side of an answer in words: what was heard comes with the offered answer that it means.

    At the wheel nobody reads what would be sent. An answer that is clearly one of the offered is taken as that, without
    its words; any other waits to be read.
    """

    def __init__(self, talk: Conversation, question: Question, at_the_wheel: Callable[[], bool]) -> None:
        self._talk = talk
        self._answers = {one.answer_id: one for one in question.rule.answers}
        self._at_the_wheel = at_the_wheel
        self._clear = False
        self.released = talk.released
        self.chose_at_the_wheel = False
        """Whether the answer was taken without its words."""

    def tell(self, event: Event) -> None:
        """Show this."""
        if event.get("event") == "heard":
            choice = understood(event["masked"], tuple(self._answers.values()))
            if choice is not None:
                meant, self._clear = self._answers[choice.answer_id], choice.confidence >= CLEAR_ENOUGH
                event = {**event, "meant": {"id": meant.answer_id, "zh": meant.zh, "en": meant.en}}
        self._talk.tell(event)

    def ask(self, question: Event) -> Event:
        """Show it and wait for the answer."""
        if question.get("event") == "review" and self._clear and not question.get("safety") and self._at_the_wheel():
            self.chose_at_the_wheel = True
        return {"yes": question.get("event") == "review"} if self.chose_at_the_wheel else self._talk.ask(question)


class _Nobody:
    """The person's side where nobody is left."""

    def tell(self, event: Event) -> None:
        """Nobody sees it."""

    def ask(self, question: Event) -> Event:  # noqa: ARG002 - the protocol's signature
        """Nobody answers."""
        return {}

    def released(self) -> bool:
        """Nobody holds a button."""
        return True
