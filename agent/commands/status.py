"""`tingche-agent status`: what the device holds and how it is."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from agent.commands._client import converse, json_option, models_option, never_asked, print_json, state_option


@click.command(short_help="Ledger, queue, consent, model and link.")
@state_option
@models_option
@json_option
def status(state: Path, models_root: Path | None, as_json: bool) -> None:
    """Show the ledger, what waits, consent, the speech model and the link to the hub. No names, no words."""
    for event in converse(state, {"do": "status"}, never_asked, models_root=models_root):
        event.pop("event")
        if as_json:
            print_json(event)
        else:
            _print_status(event)


def _print_status(now: dict[str, Any]) -> None:
    ledger, queue, link, model = now["ledger"], now["queue"], now["link"], now["model"]
    parts = " + ".join(
        f"{word} {ledger[key]}"
        for key, word in (
            ("receipted", "已送达"),
            ("expired", "过期"),
            ("evicted", "挤出"),
            ("erased", "已删除"),
            ("quarantined", "搁置"),
            ("pending", "待发"),
        )
    )
    print(f"设备 device   {now['device']}  {now['kind']}  {now['place']}")
    print(f"账目 ledger   已受理 {ledger['accepted']} = {parts}  {'✓ 平' if ledger['balanced'] else '✗ 不平'}")
    for loss in now["losses"]:
        fate = {"expired": "过期", "evicted": "挤出", "quarantined": "搁置"}[loss["fate"]]
        print(f"损失 lost     {loss['class']} {fate} {loss['fate']} ({loss['reason']}): {loss['count']}")
    print(f"待发 queue    {queue['waiting']} ({queue['bytes']} bytes)")
    flash = now["flash"]
    if flash["written_today"] > flash["budget"]:
        print(f"闪存 flash    今天已写 written today {flash['written_today']}，超过 more than {flash['budget']} bytes")
    print(f"连接 link     {'已连接 connected' if link['connected'] else '未连接 not connected'} {link['detail']}")
    if link["refused"]:
        counts = ", ".join(f"{reason} {count}" for reason, count in link["refused"].items())
        print(f"拒收 refused  {counts}：来自代理但不是本机服务台签发 from the broker, not from this device's hub.")
        print("              若服务台换了密钥，请重新开通 if the hub's keys were replaced, enrol again.")
    print(f"识别 speech   {model['model'] or '未安装模型 no model installed'}")
    for name, why in model["unusable"].items():
        print(f"停用 set aside {name}: {why}")
    _print_directives(now["from_hub"])
    quiet = "，本次行程不打扰 not this trip" if now["consent"]["not_this_trip"] else ""
    print(f"同意 consent  有效 live {now['consent']['live']} / 共 total {now['consent']['total']}{quiet}")
    _print_questions(now["questions"])
    for source, counts in now["sources"].items():
        told = ", ".join(f"{what} {count}" for what, count in counts.items())
        print(f"来源 source   {source}: {told}")
    for store, count in now["retired"].items():
        print(f"到期 retired  {store}: {count}")
    for erasure in now["erasures"]:
        answered = "服务台已确认 confirmed by the hub" if erasure["hub"] else "等待服务台 waiting for the hub"
        print(f"删除 erasure  {erasure['requested_at']}  {answered}")


def _print_questions(told: dict[str, Any]) -> None:
    """What was asked in the last 100 days, and what not and why."""
    asked, not_asked = told["asked"], told["not_asked"]
    if asked or not_asked or told["now"]:
        ended = ", ".join(f"{how} {count}" for how, count in asked.items())
        reasons = ", ".join(f"{reason} {count}" for reason, count in not_asked.items())
        now = f"，正在问 now {told['now']}" if told["now"] else ""
        print(f"提问 asked    {sum(asked.values())}{': ' + ended if ended else ''}{now}")
        print(f"未问 not asked {sum(not_asked.values())}{': ' + reasons if reasons else ''}")


def _print_directives(told: dict[str, Any]) -> None:
    """What the hub has changed from afar."""
    profile = told["profile"]
    if profile["version"]:
        print(f"配置 profile  服务台第 {profile['version']} 版 from the hub: {', '.join(profile['changed']) or '-'}")
    if profile["trouble"]:
        print(f"配置 profile  服务台的改动不适用，用原配置 the hub's change is not used: {profile['trouble']}")
    for prompts in told["prompts"]:
        until = f"{datetime.fromisoformat(prompts['expires_at']).astimezone():%Y-%m-%d %H:%M}"
        print(f"提问 prompts  {prompts['set']} v{prompts['version']}: {prompts['rules']} 题 rules，到 until {until}")
    if told["news"]:
        print(f"进展 news     {told['news']}，查看 read them: tingche-agent news WHO")
