"""A model of two small files, and signed catalogues that pin it in every way a catalogue can."""

import hashlib
import io
import zipfile
from pathlib import Path

from tests.fakes.signed_catalogue import write_signed

WEIGHTS = bytes(range(256)) * 8_000  # 2 MB: several blocks
CONFIG = b'{"layers": 6}\n'
FILES = {"model.bin": WEIGHTS, "conf/model.conf": CONFIG}
PACKAGES = """[[model.source]]
kind = "package"
packages = ["tiny-part1==1.0", "tiny-part2==1.0"]
download_bytes = 2000000
prefix = "tiny_part1/"
[model.source.joined]
"model.bin" = ["tiny_part1/model.1", "tiny_part2/model.2"]
"""


def https(url: str = "https://models.example/{path}") -> str:
    """A source."""
    return f'[[model.source]]\nkind = "https"\nurl = "{url}"\n'


def entry(
    *sources: str,
    name: str = "tiny",
    engine: str = "whisper",
    architecture: str = "",
    language: str = "zh",
    licence: str = "MIT",
    files: dict[str, bytes] = FILES,
) -> str:
    """A model whose files are pinned."""
    listed = ", ".join(f'{{ path = "{p}", bytes = {len(b)}, sha256 = "{sha256(b)}" }}' for p, b in files.items())
    kind = f'architecture = "{architecture}"\n' if architecture else ""
    return f"{_header(name, engine, language, licence)}{kind}files = [{listed}]\n{''.join(sources or [https()])}"


def zip_entry(archive: bytes, *sources: str, name: str = "tiny", unpacked: int = 3_000_000) -> str:
    """A model whose archive is pinned."""
    return (
        f'{_header(name, "whisper", "zh", "MIT")}[model.archive]\nname = "{name}.zip"\nbytes = {len(archive)}\n'
        f'sha256 = "{sha256(archive)}"\nunpacked_bytes = {unpacked}\nstrip = "tiny-0.22"\n'
        f"{''.join(sources or [https()])}"
    )


def catalogue(folder: Path, *entries: str, serial: int = 5) -> Path:
    """A signed catalogue.toml."""
    return write_signed(folder / "catalogue.toml", f"version = 1\nserial = {serial}\n{''.join(entries)}")


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip's bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return out.getvalue()


def zipped_model() -> bytes:
    """The model's own archive."""
    return zipped({f"tiny-0.22/{n}": b for n, b in FILES.items()} | {"beside.txt": b"-"})


def write_files(folder: Path, files: dict[str, bytes] = FILES) -> Path:
    """The model's files, unpacked."""
    for name, raw in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(raw)
    return folder


def write_wheel(folder: Path, name: str, members: dict[str, bytes]) -> None:
    """A Python package of version 1.0 with these files in it."""
    info = f"{name}-1.0.dist-info"
    members = members | {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": b"",
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}-1.0-py3-none-any.whl").write_bytes(zipped(members))


def write_wheels(folder: Path) -> Path:
    """The two packages of PACKAGES."""
    write_wheel(folder, "tiny_part1", {"tiny_part1/model.1": WEIGHTS[:999], "tiny_part1/conf/model.conf": CONFIG})
    write_wheel(folder, "tiny_part2", {"tiny_part2/model.2": WEIGHTS[999:]})
    return folder


def sha256(raw: bytes) -> str:
    """Hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def _header(name: str, engine: str, language: str, licence: str) -> str:
    return (
        f'[[model]]\nname = "{name}"\nengine = "{engine}"\nlanguage = "{language}"\nabout = "-"\n'
        f'licence = "{licence}"\nlicence_from = "-"\n'
    )
