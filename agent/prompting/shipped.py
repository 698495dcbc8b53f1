"""The questions that come with the agent: a TOML file per kind of device, read here, edited by whoever runs it."""

import tomllib
from datetime import UTC, datetime
from typing import Final

from pydantic import ValidationError

from agent.contract.directives import PromptSet
from agent.errors import InputRefusedError
from agent.prompting.checking import check

SHIPPED: Final = "shipped"
"""The set's name."""
_NEVER_ENDS: Final = datetime(9999, 1, 1, tzinfo=UTC)


def read_questions(text: str, name: str) -> PromptSet:
    """The rules of a file: `[[rule]]` tables with the fields of `PromptRule`.

    Args:
        text: TOML.
        name: of the file, for errors.

    Raises:
        InputRefusedError: not TOML, an unknown or wrong field, or a rule that cannot work; says where.
    """
    try:
        rules = tomllib.loads(text).get("rule", [])
        prompts = PromptSet.model_validate({"set_id": SHIPPED, "version": 1, "expires_at": _NEVER_ENDS, "rules": rules})
    except tomllib.TOMLDecodeError as error:
        raise InputRefusedError(f"{name} is not TOML: {error}") from None
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise InputRefusedError(f"{name}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    for rule in prompts.rules:
        for unknown in rule.model_extra or {}:
            raise InputRefusedError(f"{name}: rule.{rule.rule_id}.{unknown}: no rule has this field")
    try:
        check(prompts)
    except InputRefusedError as error:
        raise InputRefusedError(f"{name}: {error}") from None
    return prompts
