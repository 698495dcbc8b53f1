"""`tingche-agent say`: one spoken or typed feedback through the whole device side."""

import sys
import threading
from pathlib import Path
from typing import Any

import click

from agent.commands._client import (
    converse,
    is_interactive,
    json_option,
    models_option,
    print_json,
    profile_option,
    state_option,
    subject_option,
)
from agent.errors import ConsentMissingError, InputRefusedError

NOT_KEPT = {
    "nothing_said": "没有听到说话，没有记录。请靠近一点再说一次。Nothing was heard or recorded. Please speak again.",
    "no_consent": "没有您的同意，什么都没有录、没有存。Without consent nothing was captured or stored.",
    "consent_gone": "同意已撤回或已失效，没有记录。The consent is withdrawn or has expired; nothing was recorded.",
    "subject_erased": "这位用户的数据已删除，没有记录。This subject was erased; nothing was recorded.",
    "store_full": "本机存储已满，没有记录，请联网后再试。The device is full; nothing was recorded. Try once online.",
    "not_this_trip": "本次行程不打扰，没有录、没有存。Not this trip: nothing was captured or recorded.",
    "erasure_not_confirmed": "没有确认，什么都没有删。Not confirmed; nothing was deleted.",
}
_NO_CONSENT_STATUS = 77


@click.command(short_help="One spoken or typed feedback, from the file to the receipt.")
@click.argument("wav", required=False, type=click.Path(path_type=Path))
@state_option
@profile_option
@models_option
@subject_option
@click.option(
    "--microphone", is_flag=True, help="Listen to the microphone; the end of the sentence is found by itself."
)
@click.option("--hold", is_flag=True, help="With --microphone: listen until you press Enter, as a held button does.")
@click.option("--language", help="Spoken language, such as zh, ko or en. [default: the profile's]")
@click.option("--text", help="Typed feedback instead of a WAV file; - reads it from standard input.")
@click.option("--rating", type=click.IntRange(1, 5), help="A face beside the words: 1 very bad ... 5 very good.")
@click.option("--scene", help="What it is about, such as charging_done or repair_done.")
@click.option("--contact", help="How to call back, sealed for the call-back desk; - reads it from standard input.")
@click.option("--agree", is_flag=True, help="The person has just agreed to the notice, for this one feedback.")
@click.option("--without-vehicle", is_flag=True, help="Leave out the state of the car, which the driver agreed to.")
@click.option("--keep-number", is_flag=True, help="Keep a number that was said for a call-back, without asking.")
@click.option("--yes", is_flag=True, help='Confirm at once when the person says "delete my data".')
@click.option("--wait", "wait_s", default=0.0, show_default=True, help="Seconds to wait for the hub's ticket number.")
@json_option
def say(
    wav: Path | None,
    state: Path,
    profile: str | None,
    models_root: Path | None,
    subject: str | None,
    microphone: bool,
    hold: bool,
    language: str | None,
    text: str | None,
    rating: int | None,
    scene: str | None,
    contact: str | None,
    agree: bool,
    without_vehicle: bool,
    keep_number: bool,
    yes: bool,
    wait_s: float,
    as_json: bool,
) -> None:
    """Take one feedback: hear it, mask it, keep it durably, and print the masked text and the receipt code.

    Works with no network. The words are recognised and masked on this device; only the masked text is kept and sent.
    Needs the person's consent: give it once for a driver with "tingche-agent consent grant", or for one feedback with
    --agree.

    \b
    Examples:
      tingche-agent say complaint.wav --state ./car --agree
      tingche-agent say --microphone --state ./car --agree
      tingche-agent say --text "空调不凉，打我电话13800138000" --state ./car --agree --keep-number
      tingche-agent say --microphone --hold --language ko --state ./car --agree
      tingche-agent say --text "快充桩付不了款" --state ./kiosk --agree --rating 2
    """
    if [wav is not None, text is not None, microphone].count(True) != 1:
        raise InputRefusedError("Give a WAV file, --microphone or --text, one of them. Try: tingche-agent say --help")
    if hold and not microphone:
        raise InputRefusedError("--hold goes with --microphone. Try: tingche-agent say --microphone --hold")
    if wav is not None and not wav.exists():
        raise InputRefusedError(f"{wav} does not exist. Give the path of a WAV file.")
    request: dict[str, Any] = {
        "do": "say",
        "subject": subject,
        "rating": rating,
        "scene": scene,
        "language": language,
        "contact": _from_stdin(contact),
        "agreed": agree,
        "wait_s": wait_s,
    }
    if without_vehicle:
        request["vehicle"] = False
    if microphone:
        request |= {"microphone": True, "hold": hold}
    elif wav is not None:
        request["wav"] = str(wav.resolve())
    else:
        request["text"] = _from_stdin(text)
    answers = Answers(yes=yes, keep_number=keep_number)
    run_feedback(state, request, answers, profile=profile, models_root=models_root, as_json=as_json)


def run_feedback(
    state: Path,
    request: dict[str, Any],
    answers: "Answers",
    *,
    profile: str | None,
    models_root: Path | None,
    as_json: bool,
) -> None:
    """Run one feedback and print it for a person or a machine; the exit status says whether it was recorded.

    Raises:
        ConsentMissingError: there is no consent and nobody to ask.
    """
    release = threading.Event()
    status = 0
    for event in converse(state, request, answers, profile=profile, models_root=models_root, release=release):
        if event["event"] == "listening" and event["hold"]:
            threading.Thread(target=_wait_for_enter, args=(release,), daemon=True).start()
        if as_json:
            print_json(event)
        else:
            _print_event(event, vehicle=request.get("vehicle") is not False)
        if event["event"] == "not_kept":
            status = _NO_CONSENT_STATUS if event["reason"] == "no_consent" else 1
    if answers.consent_was_missing and status:
        raise ConsentMissingError(
            "There is no live consent and nobody to ask here. Show the notice (tingche-agent consent notice); when the "
            "person agrees, add --agree for this one feedback, or run: tingche-agent consent grant --state DIR"
        )
    if status:
        sys.exit(status)


class Answers:
    """Answers what the agent asks: from the person, if one is there, otherwise with no.

    Args:
        yes: confirm an erasure at once.
        keep_number: keep a number that was said for a call-back at once.
        guardian: it is a guardian who answers, for somebody under 14.
    """

    def __init__(self, *, yes: bool = False, keep_number: bool = False, guardian: bool = False) -> None:
        self._yes = yes
        self._guardian = guardian
        self._keep_number = keep_number
        self.consent_was_missing = False

    def __call__(self, question: dict[str, Any]) -> dict[str, Any]:
        """The answer to one question."""
        match question["event"]:
            case "ask_consent":
                return {"yes": self._consent(question), "guardian": self._guardian}
            case "confirm_erasure":
                asked = "删除您在本机和服务台的全部反馈？Delete all your feedback here and at the desk?"
                return {"yes": self._yes or (is_interactive() and click.confirm(asked, default=False, err=True))}
            case "ask_call_back":
                asked = "保留号码以便回电？只有回电席看得到。Keep the number for a call-back, for that desk alone?"
                keep = self._keep_number or (is_interactive() and click.confirm(asked, default=False, err=True))
                return {"yes": keep}
            case "ask_contact":
                return {"contact": self._contact()}
            case "say_again":
                return {"yes": is_interactive() and click.confirm(_SAY_AGAIN, default=True, err=True)}
            case _:
                return {}

    def _consent(self, question: dict[str, Any]) -> bool:
        if not is_interactive():
            self.consent_was_missing = True
            return False
        click.echo(f"{question['notice_zh']}\n\n{question['notice_en']}\n", err=True)
        return click.confirm("同意，仅本次？Agree, for this one feedback?", default=False, err=True)

    def _contact(self) -> str | None:
        advice = (
            "这像是行车安全问题，请先在安全处停车。留个电话，10 分钟内联系您。\n"
            "This sounds like a safety problem: please stop somewhere safe. Leave a number: we call within 10 minutes."
        )
        click.echo(advice, err=True)
        if not is_interactive():
            return None
        typed = click.prompt("电话（可留空）Phone (may be empty)", default="", show_default=False, err=True).strip()
        return typed or None


_SAY_AGAIN = "没有听清，再说一次？Not heard clearly: say it again?"


def _wait_for_enter(release: threading.Event) -> None:
    sys.stdin.readline()
    release.set()


def _from_stdin(value: str | None) -> str | None:
    """The value, or one line from standard input for "-": what is typed there is in no process list and no history."""
    return sys.stdin.readline().strip() if value == "-" else value


def _print_event(event: dict[str, Any], *, vehicle: bool) -> None:
    match event["event"]:
        case "listening" | "level" | "partial" | "note":
            _print_hearing(event)
        case "heard":
            masked = "、".join(s["type"] for s in event["spans"])
            print(f"已遮盖 Masked   {event['readable']}" + (f"   [{masked}]" if masked else ""))
            if event["vehicle"] and vehicle:
                print(f"附车辆状态 Car  {', '.join(map(_reading, event['vehicle']))}")
        case "recorded":
            print(f"{event['wording']} {event['wording_en']}")
            print(f"回执码 Receipt  {event['receipt_code']}")
            print(f"管理码 Secret   {event['receipt_secret']}   凭此查看、撤回、删除 view, withdraw, delete")
        case "ticket":
            print(f"工单号 Ticket   {event['ticket_no']}")
        case "erased":
            print_erased(event)
        case "not_kept":
            print(NOT_KEPT.get(event["reason"], event["reason"]))


def _reading(told: dict[str, Any]) -> str:
    """One signal, as it is attached: battery_temperature 38 ℃ (36-41)."""
    if told["last"] is None:
        return f"{told['name']} {' '.join(told['codes']) or '-'}"
    wide = f"-{told['last'] + told['step']}" if told["step"] > 1 else ""
    varied = f" ({told['least']}-{told['most']})" if told["least"] < told["most"] else ""
    return f"{told['name']} {told['last']}{wide} {told['unit']}{varied}"


def _print_hearing(event: dict[str, Any]) -> None:
    """What shows while a person speaks; on a terminal level and words stand in one line."""
    live = sys.stdout.isatty()
    match event["event"]:
        case "listening":
            print("请说，说完按回车。Speak, then press Enter." if event["hold"] else "请说。Speak.", flush=True)
        case "level" if live:
            print(f"\r  {'▁' * round(event['bar'] * 30):30}", end="", flush=True)
        case "partial":
            print(f"\r  … {event['masked']}\x1b[K" if live else f"  … {event['masked']}", flush=True)
        case "note":
            print(f"  · {event['note']}")


def print_erased(event: dict[str, Any]) -> None:
    """What was destroyed on this device, and what the hub still has to confirm."""
    wal = "已截断 truncated" if event["wal_truncated"] else "未能截断 not truncated, 重试 run erase again"
    print("已在本机删除 Deleted on this device:")
    print(f"  密钥已销毁 keys shredded   {event['keys_shredded']}")
    print(f"  记录已删除 rows deleted    {event['rows_deleted']}")
    print(f"  日志文件   write-ahead log {wal}")
    print(f"  删除编号   erasure         {event['erasure_id']}   (tingche-agent receipt)")
    print("  服务台     hub             等待确认 waiting for its confirmation (tingche-agent status)")
