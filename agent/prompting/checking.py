"""Whether a set of rules can work on this device: found out when it arrives, not when somebody is asked."""

from agent.contract.directives import PromptSet
from agent.contract.prompt_checking import problems
from agent.errors import InputRefusedError


def check(prompts: PromptSet) -> None:
    """Every name stands for something.

    Raises:
        InputRefusedError: names the rule, what is wrong with it and what would be right.
    """
    for problem in problems(prompts):
        raise InputRefusedError(str(problem))
