"""A secret that a profile names by its file: it never stands in the profile, which is copied and shown."""

import stat
from pathlib import Path

from agent.errors import TechnicianNeededError


def read_secret(name: str, key: str) -> str:
    """What the file holds, without white space around it.

    Args:
        name: of the file.
        key: of the profile, for the message.

    Raises:
        TechnicianNeededError: none is named, it cannot be read, or others can read it too.
    """
    if not name:
        raise TechnicianNeededError(f"{key} is missing in the profile: name the file that holds the secret.")
    path = Path(name)
    try:
        mode = path.stat().st_mode
        text = path.read_text(encoding="utf-8").strip() if stat.S_ISREG(mode) else ""
    except (OSError, UnicodeDecodeError) as error:
        raise TechnicianNeededError(
            f"The secret cannot be read from {path} ({type(error).__name__}): name a file in {key} that this user may "
            "read."
        ) from None
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise TechnicianNeededError(f"{path} can be read by others: chmod 600 {path}")
    if not text:
        raise TechnicianNeededError(f"{path} is empty, or no file: put the secret of {key} into it.")
    return text
