"""What must hold before a question is asked: a fact, a test and a value."""

from collections.abc import Callable, Mapping
from typing import Final

from pydantic import JsonValue

from agent.contract.directives import PromptCondition
from agent.feedback.trigger import Fact

TESTS: Final[dict[str, Callable[[Fact, JsonValue], bool]]] = {
    "is": lambda fact, value: fact == value,
    "is_not": lambda fact, value: fact != value,
    "one_of": lambda fact, value: isinstance(value, list) and fact in value,
    "at_least": lambda fact, value: _both_numbers(fact, value) and float(fact) >= float(value),  # type: ignore[arg-type]
    "at_most": lambda fact, value: _both_numbers(fact, value) and float(fact) <= float(value),  # type: ignore[arg-type]
}
"""Test of `agent.contract.prompt_checking.TESTS` -> whether a fact passes it."""


def holds(condition: PromptCondition, facts: Mapping[str, Fact]) -> bool:
    """Whether the fact is known and passes. What is not known never passes: a question must not be asked on a guess."""
    fact = facts.get(condition.fact)
    return fact is not None and condition.test in TESTS and TESTS[condition.test](fact, condition.value)


def _both_numbers(fact: Fact, value: JsonValue) -> bool:
    return all(isinstance(x, int | float) and not isinstance(x, bool) for x in (fact, value))
