"""Words that stand where a person's name would and name nobody: 让客服给我打电话, 由公司负责, 麻烦明天给我回个电话.

Written down for this project from what a general dictionary puts into such places.
"""

from typing import Final

from agent.masking.names.lattice import is_word, name_cost, word_cost
from agent.masking.names.surnames import COMPOUND

_COMPANIES_TEXT: Final = (
    "华为 华夏 华安 华泰 华晨 平安 高德 百度 万达 万帮 万马 龙湖 雷诺 江淮 江铃 江汽 东风 "
    "福田 金龙 金杯 广汽 上汽 长安 长城 奇瑞 红旗 荣威 海马 宝马 吉利 蔚来 理想 小鹏 零跑 "
    "国网 南网 人保 太平 太平洋 安盛 安诚 阳光 紫金 和谐汽车 永达 永安 永诚 利宝 康明斯 时代 "
    "顺丰 京东 农行 农信 国寿 易捷 易鑫 携程 星星 特来电"
)
_COMPANIES: Final = frozenset(_COMPANIES_TEXT.split())
"""They answer, pay and are rung up as people are."""
_GROUP_ENDS: Final = frozenset("员家长方人司店部厂队主们师局院门客友手工户商站处科网台行社会区所事辆班组")
"""Words that end so are people in general, firms and places: 公司, 商家, 官方."""
_SURNAMES: Final = frozenset(COMPOUND.split("|"))
"""欧阳 alone is a surname, not 阳 of the family 欧."""
_PLACE_ENDS: Final = frozenset("州省县市京")
_FIRST_OF_WORDS: Final = frozenset("全代应何于由从公元原相居占修宣封广尤任司简补尚强揭承")
"""Ordinary words that begin so are adverbs, verbs and groups far more often than somebody's name."""
_NOBODY_TEXT: Final = (
    "高一 高二 高三 成天 "
    "方法 文化 武汉 周围 周年 周岁 周转 成为 成立 成果 丰富 位于 平衡 平静 平稳 平常 平日 "
    "平民 明天 明年 明日 明末 明知 明显 明确 明白 那天 那年 那日 那儿 国民 国立 国营 国有 "
    "农民 农田 曾经 权利 权威 来自 来源 来信 来回 来临 来时 经营 经济 肯定 独特 文学 文字 "
    "文章 文件 文书 文献 高中 高兴 高校 高考 高于 高出 高管 高端 高层 高新 高档 高程 高高 "
    "信心 关心 关切 关联 开口 开来 开心 开通 通信 通道 通知 通过 通用 水中 水平 水利 水力 "
    "水印 古代 古老 居民 居然 师父 师傅 师哥 师徒 许久 边疆 续保 海军 陆军 严格 严肃 严密 "
    "严禁 万元 万万 连忙 连连 连同 莫非 时常 时时 时光 诸多 诸如 直接 常有 常年 富于 富有 "
    "胡乱 庞大 幸运 安定 安置 安排 安心 宁可 黄金 显示 官方 官府 官兵 管道 管用 雷达 商城 "
    "商贸 印子 皮子 石子 盖子 党建 党政 宫格 车宽 车损 车顶 车子 车体 舒心 舒服 沙拉 姜汤 "
    "养颜 江景 路子 路桥 路口 益达 银联 国庆 国道 白班 常务 宁波 毕竟 干脆 通常 连夜 终究 "
    "陆续 麻烦 齐声 万分 怀疑 容易 谈判 练习 经常 冷笑 方针 方案 满足 平等 安慰 支援 索性 "
    "厉害 危机 时刻 时分 车程 路线 成熟 初步 初级 延续 伊朗 巴黎 韩国 祖国 国王 国防 位置 "
    "区域 商业 宗教 利益 习惯 欧洲 卫生 公安 温和 乐于 易于 利于 越发 终年 和气 应急 祝贺 "
    "申报 申诉 冷静 牛奶 红花 房里 房中 怀里 海里 班子 张大"
)
_NOBODY: Final = frozenset(_NOBODY_TEXT.split())
_ODD: Final = ((9.0, 20.3), (11.0, 21.0))
"""A word that costs less than the first is met so often that a name dearer than the second is not read into it."""


def is_firm(name: str) -> bool:
    """Whether this is a firm, people in general, or a compound surname alone."""
    return name[-1] in _GROUP_ENDS or name in _COMPANIES or name in _SURNAMES


def is_group(name: str) -> bool:
    """Whether this is rather a firm, people in general, or a word that only stands in the same place."""
    if is_firm(name):
        return True
    if not is_word(name):
        return False
    if name[0] in _FIRST_OF_WORDS or name[-1] in _PLACE_ENDS or name in _NOBODY:
        return True
    common, odd = word_cost(name), name_cost(name[0], name[1:])
    return any(common < word and odd > dear for word, dear in _ODD)
