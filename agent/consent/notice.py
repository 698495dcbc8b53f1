"""The exact words a person agrees to. Changing a character changes the hash, and asks everyone again."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice in both languages; both are shown, so both are hashed."""

    zh: str
    en: str

    @property
    def hash(self) -> str:
        """SHA-256 over both texts, hexadecimal."""
        return hashlib.sha256(f"{self.zh}\0{self.en}".encode()).hexdigest()


NOTICE = Notice(
    zh=(
        "听车会在您按下说话时录音，在本机转成文字并遮盖个人信息，然后把遮盖后的文字发给保险服务台，用于改进服务。\n"
        "声音不保存、不上传。不收集位置轨迹。不会因反馈内容向您推销保险。\n"
        "您可以随时查看、撤回、删除，也可以拒绝；拒绝不影响用车。未满 14 周岁请由监护人同意。"
    ),
    en=(
        "While you hold the button, Tingche records you, turns speech into text on this device, masks personal data, "
        "and sends the masked text to the insurer's service desk to improve the service.\n"
        "Your voice is neither kept nor uploaded. No location track. What you say is never used to sell you "
        "insurance.\n"
        "You can view, withdraw and delete at any time, or refuse; refusing changes nothing about the car. Under 14, a "
        "guardian must agree."
    ),
)
"""What this release shows."""
