"""The words of a question, with what is known about the event in their place."""

from collections.abc import Mapping

from agent.contract.prompt_checking import PLACEHOLDER
from agent.feedback.trigger import Fact


def worded(question: str, facts: Mapping[str, Fact]) -> str | None:
    """From "约 {eta_minutes} 分钟" to "约 20 分钟"; None where a fact is not known: half a question is not asked."""
    if not set(PLACEHOLDER.findall(question)) <= set(facts):
        return None
    return PLACEHOLDER.sub(lambda name: str(facts[name[1]]), question)


def figures_only(question: str, facts: Mapping[str, Fact]) -> bool:
    """Whether all that is filled in are numbers, so that it may be said aloud whoever listens."""
    return all(isinstance(facts.get(name), int | float) for name in PLACEHOLDER.findall(question))
