"""The words of the campaigns pages, in Chinese first and in English beside it; a part of `wording`."""

from collections.abc import Mapping
from typing import Final

CAMPAIGN_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "action.set_phase": ("设定推广阶段", "Set a roll-out phase"),
    "action.create_campaign": ("新建活动", "Created a campaign"),
    "action.change_campaign": ("修改活动", "Changed a campaign"),
    "action.push_campaign": ("推送活动", "Pushed a campaign"),
    "action.stop_campaign": ("停止活动", "Stopped a campaign"),
    "action.order_ways": ("按投票排列反馈方式", "Ordered ways by a vote"),
}
