"""`tingche-agent receipt` and `verify-receipt`: proof of a deletion, and its check by anybody, offline."""

import json
import sys
from pathlib import Path
from typing import Any

import click
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from agent.adapters.key_file import write_private
from agent.commands._client import converse, json_option, never_asked, print_json, state_option
from agent.consent.deletion_receipt import Checked, Verdict, check
from agent.errors import InputRefusedError

_KEY = click.Path(exists=True, dir_okay=False, path_type=Path)

_STATUS = {
    Verdict.PROVEN: 0,
    Verdict.HUB_WAITING: 3,
    Verdict.UNFINISHED: 4,
    Verdict.UNKNOWN_KEYS: 5,
    Verdict.FORGED: 65,  # EX_DATAERR, sysexits.h
    Verdict.UNREADABLE: 65,
}
_SAYS = {
    Verdict.PROVEN: "属实：设备和服务台都签了名。Proven: signed by the device and by the hub.",
    Verdict.HUB_WAITING: "设备已签名，服务台尚未确认。Signed by the device; the hub has not confirmed yet.",
    Verdict.UNFINISHED: "设备尚未删完。The device says that it is not finished: restart it, then take a new receipt.",
    Verdict.UNKNOWN_KEYS: (
        "签名与文件自带的公钥相符，但无从得知是谁的公钥；请加 --device-key 和 --hub-key。\n"
        "The signatures fit the keys inside the file, and nobody says whose they are: add --device-key and --hub-key."
    ),
    Verdict.FORGED: "不属实：签名不符，或不是同一次删除。Not genuine: a signature does not fit, or the parts differ.",
    Verdict.UNREADABLE: "这不是删除回执。This file is not a receipt of a deletion.",
}


@click.command(short_help="The signed receipt of a deletion.")
@click.argument("erasure_id", required=False)
@state_option
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file.")
def receipt(erasure_id: str | None, state: Path, out: Path | None) -> None:
    """Print or write the receipt of a deletion: what was done in each place, signed by this device and by the hub.

    Without ERASURE_ID it is the newest one. It names nobody and holds nothing of what was deleted.

    \b
    Example:
      tingche-agent receipt --state ./car --out deletion.json
    """
    for event in converse(state, {"do": "deletion_receipt", "erasure_id": erasure_id}, never_asked):
        if out is None:
            print(json.dumps(event["receipt"], ensure_ascii=False, indent=1))
        else:
            write_private(out, (json.dumps(event["receipt"], ensure_ascii=False, indent=1) + "\n").encode())
            print(f"删除回执 receipt of the deletion: {out}")


@click.command(name="verify-receipt", short_help="Check the receipt of a deletion, offline.")
@click.argument("file", type=_KEY)
@click.option("--device-key", type=_KEY, help="The device's public key, PEM.")
@click.option("--hub-key", type=_KEY, help="The hub's public signing key, PEM.")
@json_option
def verify_receipt(file: Path, device_key: Path | None, hub_key: Path | None, as_json: bool) -> None:
    """Say whether a receipt of a deletion is genuine. Needs no device, no network and no secret.

    \b
    Ends with 0 proven, 3 the hub has not answered yet, 4 the device is not finished, 5 no keys given to check against,
    65 forged or no receipt.

    \b
    Example:
      tingche-agent verify-receipt deletion.json --device-key device.pem --hub-key hub.pem
    """
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        values = None
    checked = check(values, _public_key(device_key), _public_key(hub_key))
    if as_json:
        print_json(_as_values(checked))
    else:
        _print(checked)
    sys.exit(_STATUS[checked.verdict])


def _as_values(checked: Checked) -> dict[str, Any]:
    return {
        "verdict": checked.verdict.value,
        "device": checked.device,
        "hub": checked.hub,
        "device_key_id": checked.device_key_id,
        "hub_key_id": checked.hub_key_id,
    }


def _print(checked: Checked) -> None:
    print(_SAYS[checked.verdict])
    for who, part, key in (
        ("设备 device", checked.device, checked.device_key_id),
        ("服务台 hub", checked.hub, checked.hub_key_id),
    ):
        if part is not None:
            when = part.get("finished_at") or part.get("completed_at") or "—"
            print(f"{who}  {part['erasure_id']}  {when}  key {key}")
            for done in part["stores"]:
                print(f"  {done['store']:18} {done['action']:14} {done['count']}")


def _public_key(path: Path | None) -> ec.EllipticCurvePublicKey | None:
    if path is None:
        return None
    try:
        key = load_pem_public_key(path.read_bytes())
    except ValueError:
        key = None
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise InputRefusedError(f"{path} is not a public P-256 key in PEM.")
    return key
