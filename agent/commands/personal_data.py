"""`tingche-agent export` and `erase`: what the device has of a person, and its end."""

import base64
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import click

from agent.adapters.key_file import write_private
from agent.commands._client import converse, is_interactive, json_option, never_asked, print_json, state_option
from agent.commands.say import print_erased
from agent.contract.messages import Voice
from agent.errors import InputRefusedError

_NO_SOUND = "本机不保存录音。This device keeps no recordings."
_SOUNDS = "等待发送的录音，个人信息处已静音。Recordings that wait to be sent, muted wherever they are personal."
_WHO = "WHO is a driver profile's name, a receipt code (TC-XXXX-XXXX) or a receipt's 26-character secret."


@click.command(short_help="What this device has of a person.", epilog=_WHO)
@click.argument("who")
@state_option
@click.option(
    "--zip", "archive", type=click.Path(dir_okay=False, path_type=Path), help="Write one file that holds all of it."
)
@json_option
def export(who: str, state: Path, archive: Path | None, as_json: bool) -> None:
    """Print everything this device has of a person, or of one receipt, store by store. Masked, as it is sent.

    \b
    Example:
      tingche-agent export driver --state ./car --zip mine.zip
    """
    for event in converse(state, {"do": "export", "who": who}, never_asked):
        event.pop("event")
        if archive is not None:
            write_private(archive, zipped(event))
            print(f"已导出 exported to {archive}")
        elif as_json:
            print_json(event)
        else:
            print(json.dumps(event, ensure_ascii=False, indent=2))


def zipped(exported: dict[str, Any]) -> bytes:
    """One file with everything: `data.json`, consent as JSON-LD, recordings as sound, and a table of contents."""
    stores, sounds = _without_sound(exported["stores"])
    exported = exported | {"stores": stores}
    history = exported["stores"].get("consent_records", [])
    parts = {"data.json": exported, "consent.jsonld": history}
    note = _SOUNDS if sounds else _NO_SOUND
    contents = {"files": sorted(parts), "audio": sorted(sounds), "note": note}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, values in {"contents.json": contents, **parts}.items():
            archive.writestr(name, json.dumps(values, ensure_ascii=False, indent=1))
        for name, sound in sounds.items():
            archive.writestr(name, sound)
    return file.getvalue()


def _without_sound(stores: dict[str, Any]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The stores with each recording's file name in the place of its sound, and the sounds by that name."""
    sounds: dict[str, bytes] = {}
    entries = []
    for entry in stores.get("entries", []):
        record = entry["record"]
        if entry["kind"] == Voice.kind and record is not None:
            name = f"voice/{record['record_id']}.ogg"
            sounds[name] = base64.b64decode(record["sound"])
            entry = entry | {"record": record | {"sound": name}}  # noqa: PLW2901 - a changed copy
        entries.append(entry)
    return stores | {"entries": entries}, sounds


@click.command(short_help="Delete a person's data, here and at the hub.", epilog=_WHO)
@click.argument("who")
@state_option
@click.option("--everything", is_flag=True, help="From a receipt to all that its owner left on this device.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
def erase(who: str, state: Path, everything: bool, yes: bool, as_json: bool) -> None:
    """Destroy what this device has of a person, or of one receipt, and tell the hub as soon as there is a network.

    The key is destroyed, the rows are deleted, the log is truncated; the hub deletes its tickets and refuses what
    arrives late. Works with no network. There is no way back. `tingche-agent receipt` proves it afterwards.
    """
    if not yes:
        if not is_interactive():
            raise InputRefusedError("Deleting cannot be undone: add --yes to confirm.")
        click.confirm("删除后不能恢复，继续？This cannot be undone. Continue?", default=False, abort=True, err=True)
    for event in converse(state, {"do": "erase", "who": who, "everything": everything}, never_asked):
        _show(event, as_json=as_json)


def _show(event: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print_json(event)
    else:
        print_erased(event)
