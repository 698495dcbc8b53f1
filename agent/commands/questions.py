"""`tingche-agent questions`: what a device asks, whether a changed file works, and how an answer is understood."""

from pathlib import Path

import click

from agent.commands._client import json_option, print_json
from agent.contract.directives import PromptRule, PromptSet
from agent.errors import InputRefusedError
from agent.profile import find_data
from agent.prompting.answers import understood
from agent.prompting.shipped import read_questions


@click.command(short_help="What a device asks, and when.")
@click.argument("which", default="head_unit", metavar="KIND|FILE")
@click.option("--rule", "rule_id", help="This one alone.")
@click.option("--said", help="Which answer of --rule this sentence would be understood as.")
@json_option
def questions(which: str, rule_id: str | None, said: str | None, as_json: bool) -> None:
    """Show the questions of a kind of device (head_unit, charger_kiosk, service_terminal), or check a file of yours.

    \b
    tingche-agent questions charger_kiosk
    tingche-agent questions my_questions.toml
    tingche-agent questions head_unit --rule charge --said 付款有点麻烦
    """
    prompts = read_which(which)
    rules = [rule for rule in prompts.rules if rule_id in {None, rule.rule_id}]
    if not rules:
        raise InputRefusedError(f"{which} has no rule {rule_id!r}: {', '.join(rule.rule_id for rule in prompts.rules)}")
    if said is not None:
        _understand(said, rules, as_json=as_json)
        return
    for rule in rules:
        if as_json:
            print_json(rule.model_dump(mode="json", exclude_defaults=True))
        else:
            _print(rule)


def read_which(which: str) -> PromptSet:
    """The questions of a kind of device, or of a file.

    Raises:
        InputRefusedError: neither, or a file that cannot be used; says where.
    """
    shipped = find_data("device_profiles") / "questions" / f"{which}.toml"
    path = shipped if shipped.is_file() else Path(which)
    try:
        return read_questions(path.read_text(encoding="utf-8"), path.name)
    except FileNotFoundError:
        kinds = ", ".join(sorted(file.stem for file in shipped.parent.glob("*.toml")))
        raise InputRefusedError(f"{which} is neither a file nor a kind of device: {kinds}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputRefusedError(f"{path} cannot be read: {type(error).__name__}") from None


def _understand(said: str, rules: list[PromptRule], *, as_json: bool) -> None:
    if len(rules) > 1:
        raise InputRefusedError("--said needs --rule: which question was answered")
    choice = understood(said, rules[0].answers)
    if as_json:
        print_json({"answer": choice and choice.answer_id, "confidence": choice and choice.confidence})
    elif choice is None:
        print("没有明确的选项，原话照样保留 No answer fits: kept as free words alone.")
    else:
        zh = next(answer.zh for answer in rules[0].answers if answer.answer_id == choice.answer_id)
        print(f"{zh}  {choice.answer_id}  {choice.confidence:.2f}")


def _print(rule: PromptRule) -> None:
    when = "，".join([rule.trigger, *(f"{c.fact} {c.test} {c.value}" for c in rule.conditions)])
    marks = [
        word
        for word, yes in (("安全 safety", rule.safety), ("行驶中语音 by voice while moving", rule.while_moving))
        if yes
    ]
    whom = [f"仅 only {'/'.join(rule.audience)}"] if rule.audience else []
    print(f"{rule.rule_id}  [{when}]  {'  '.join(marks + whom)}".rstrip())
    print(f"  {rule.question_zh}  {rule.question_en}")
    for answer in rule.answers:
        then = [f.ask for f in rule.follow_ups if not f.after or answer.answer_id in f.after]
        print(f"    {answer.zh}{'  → ' + then[0] if then else ''}")
