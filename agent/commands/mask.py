"""`tingche-agent mask`: masks personal data in a text, or in JSON lines."""

import json
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import click

from agent.errors import InputRefusedError, TechnicianNeededError
from agent.feedback.transcript import TypedText
from agent.masking.catalogue import LABELS
from agent.masking.masker import Masker

_SHORTEST_KEY = 16


@click.command()
@click.argument("text", required=False)
@click.option("--explain", is_flag=True, help="Say which recogniser decided, on what evidence, how sure.")
@click.option("--json", "as_json", is_flag=True, help="One JSON line for TEXT too.")
@click.option("--audio", type=click.Path(path_type=Path), help="Mute what is personal in this WAV file; needs --out.")
@click.option("--out", type=click.Path(path_type=Path), help="Where the muted recording goes.")
@click.option(
    "--profile", default="head_unit", show_default=True, help="Speech model for --audio: a profile's name or file."
)
@click.option("--models", "folder", type=click.Path(path_type=Path), help="Where speech models are installed.")
@click.option(
    "--key-file",
    type=click.Path(path_type=Path),
    help="The tenant's token key (at least 16 bytes): the same number then has the same token in every run. "
    "Without it a fresh random key is used, and tokens compare only within this run.",
)
def mask(
    text: str | None,
    explain: bool,
    as_json: bool,
    audio: Path | None,
    out: Path | None,
    profile: str,
    folder: Path | None,
    key_file: Path | None,
) -> None:
    """Mask personal data in Mandarin as written and as spoken: 幺三八零零幺三八零零零 as well as 13800138000.

    With TEXT, prints the masked text and what was masked. Without, reads JSON lines {"id", "text"} from standard
    input and writes {"id", "masked", "spans"} for each; start and end are indices into the given text. A line that
    cannot be read gives {"id", "error"} in its place, the rest is processed, and the exit status is 65.

    With --audio, everything personal in a recording is replaced by a soft tone, a quarter of a second on either side,
    and the result is listened to once more. Where anything may be left, nothing is written and the exit status is 65.

    \b
    tingche-agent mask "我手机幺三八零零幺三八零零零"
    我手机[PHONE]
      手机号 PHONE  3-14
    \b
    echo '{"id": 1, "text": "车牌沪A D 12345"}' | tingche-agent mask
    \b
    tingche-agent mask --audio complaint.wav --out muted.wav
    """
    masker = Masker(_key(key_file))
    if audio is not None or out is not None:
        if audio is None or out is None or text is not None:
            raise InputRefusedError("Give --audio IN.wav and --out OUT.wav together, and no TEXT.")
        from agent.commands._muting import mute_file

        muted = mute_file(masker, audio, out, profile=profile, folder=folder)
        print(_json(muted) if as_json else f"{muted['masked']}\n  静音 {muted['muted_s']} 秒 muted: {out}")
        return
    if text is not None:
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise InputRefusedError("TEXT is not UTF-8; set the terminal to UTF-8 or pass JSON lines on standard input")
        _one(masker, text, explain, as_json)
        return
    if sys.stdin.isatty():
        print('Reading JSON lines such as {"id": 1, "text": "..."}; end with Ctrl-D.', file=sys.stderr)
    bad = _lines(masker, sys.stdin.buffer, explain)
    if bad:
        raise InputRefusedError(f'{bad} line(s) could not be read; see "error" in the output')


def _key(key_file: Path | None) -> bytes:
    if key_file is None:
        return secrets.token_bytes(32)
    try:
        key = key_file.read_bytes()
    except OSError as error:
        raise TechnicianNeededError(f"cannot read the key file {key_file}: {error.strerror}") from None
    if len(key.strip()) < _SHORTEST_KEY:
        raise TechnicianNeededError(
            f"the key file {key_file} holds fewer than {_SHORTEST_KEY} bytes; make a longer key"
        )
    return key


def _result(masker: Masker, text: str, explain: bool) -> dict[str, Any]:
    masked = masker.mask(TypedText(text))
    spans: list[dict[str, Any]] = [
        {"start": span.start, "end": span.end, "type": span.type, "token": span.token} for span in masked.spans
    ]
    if explain:
        for span, finding in zip(spans, masker.find(text), strict=True):
            span |= {
                "recognizer": finding.recognizer,
                "evidence": list(finding.evidence),
                "confidence": round(finding.score, 2),
            }
    return {"masked": masked.text, "spans": spans}


def _one(masker: Masker, text: str, explain: bool, as_json: bool) -> None:
    result = _result(masker, text, explain)
    if as_json:
        print(_json(result))
        return
    print(result["masked"])
    for span in result["spans"]:
        chinese, english = LABELS[span["type"]]
        print(f"  {chinese} {span['type']} ({english})  {span['start']}-{span['end']}")
        if explain:
            print(f"    {span['recognizer']}, confidence {span['confidence']}: {', '.join(span['evidence'])}")
    if not result["spans"]:
        print("  没有发现个人信息 nothing to mask")


def _lines(masker: Masker, source: BinaryIO, explain: bool) -> int:
    """Answer every line; returns how many could not be read."""
    out = sys.stdout
    interactive = out.isatty() or sys.stdin.isatty()
    bad = 0
    for number, line in enumerate(_stripped(source), start=1):
        identity, text, problem = _parsed(line)
        if problem is None:
            answer = {"id": identity, **_result(masker, text, explain)}
        else:
            bad += 1
            answer = {"id": identity, "error": f"line {number}: {problem}"}
        out.write(_json(answer) + "\n")
        if interactive:
            out.flush()
    out.flush()
    return bad


def _json(answer: dict[str, Any]) -> str:
    line = json.dumps(answer, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(answer)  # half a surrogate pair, which JSON can escape and UTF-8 cannot hold
    return line


def _stripped(source: BinaryIO) -> Iterator[bytes]:
    for line in source:
        yield line.rstrip(b"\r\n")


def _parsed(line: bytes) -> tuple[Any, str, str | None]:
    """Id, text, and what is wrong with the line if anything. Never says what the line holds."""
    try:
        given = json.loads(line.decode())
    except UnicodeDecodeError as error:
        return None, "", f"not UTF-8 at byte {error.start + 1}"
    except (ValueError, RecursionError) as error:
        place = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        return None, "", f"not JSON{place}"
    if not isinstance(given, dict):
        return None, "", 'not an object like {"id": ..., "text": ...}'
    text = given.get("text")
    if not isinstance(text, str):
        return given.get("id"), "", '"text" is missing or not a string'
    return given.get("id"), text, None
