"""What short answers are about: words of one meaning, and which meaning is the opposite of which.

"付款麻烦" and "扫码扫不上" are both about paying; "不快" is slow. Site and trade words are in the rules themselves
(`PromptAnswer.also`); these are the ones that every question needs.
"""

from typing import Final

MEANINGS: Final[dict[str, tuple[str, ...]]] = {
    "fast": ("快", "迅速", "利索", "及时", "没等", "秒"),
    "slow": ("慢", "等了", "等太久", "久", "磨蹭", "半天", "拖", "耽误", "排队"),
    "paying": ("支付", "付款", "付钱", "付不", "扫码", "结账", "缴费", "扣费", "扣款", "收费", "钱"),
    "trouble": ("麻烦", "费劲", "复杂", "难", "折腾", "失败", "出错", "不上", "不了"),
    "easy": ("方便", "简单", "省事", "顺利", "顺畅", "容易"),
    "good": ("满意", "挺好", "不错", "很好", "还好", "可以", "棒", "赞", "专业", "没问题", "正常"),
    "bad": ("差", "糟", "烂", "失望", "生气", "投诉", "问题", "态度不好", "过分"),
    "middling": ("一般", "凑合", "还行", "马马虎虎", "说不上", "普通"),
    "wanted": ("需要", "要", "好的", "行", "来吧", "麻烦你", "帮我", "安排", "尽快", "嗯", "是的", "对"),
    "unwanted": ("不用", "不需要", "不要", "算了", "免了", "没必要", "别", "不必", "自己来"),
    "site": ("位置", "地方", "选址", "偏", "远", "找不到", "车位", "停车"),
}
"""Meaning -> what people say for it."""

OPPOSITE: Final[dict[str, str]] = {
    "fast": "slow",
    "slow": "fast",
    "trouble": "easy",
    "easy": "trouble",
    "good": "bad",
    "bad": "good",
    "wanted": "unwanted",
    "unwanted": "wanted",
}
"""What "不" before a word makes of it."""

NEGATIONS: Final = ("不太", "不怎么", "没那么", "没有", "不是", "不", "没", "别")
"""Before a word; the longest first."""

FILLERS: Final = (
    "那个",
    "这个",
    "我觉得",
    "我感觉",
    "就是",
    "应该",
    "可能",
    "主要是",
    "主要",
    "啊",
    "呃",
    "吧",
    "呢",
    "嘛",
    "哦",
    "，",
    "。",
)
"""They say nothing about the choice."""
