"""How likely a text reads as ordinary words, and how much better it reads with a personal name in it.

- A text's cost is that of its cheapest cut into words: negative natural logarithms of their shares, added up.
- `Lattice.gain` compares that with the cheapest reading in which a given place is a name.
- Time grows with the length of the text.
"""

import re
from functools import cache
from typing import Final

from agent.masking.names import tables
from agent.masking.names.surnames import COMPOUND_COST, COST

_LONGEST: Final = 4
_UNKNOWN: Final = 14.5
"""Cost of a character the tables lack."""
_DOMAIN_COST: Final = 8.5
_DOMAIN: Final = (
    "充电桩 充电站 充电枪 充电费 查勘 查勘员 定损 定损员 车架号 微信 比亚迪 蔚来 小鹏 理想 极氪 问界 雷克萨斯 "
    "马自达 路虎 话费 查话费 桩号 单号 "
    "单次 单子 单元 方向机 方向盘 华为 特斯拉 林肯 凯迪拉克 雷诺 金杯 江铃 江淮 海马 红旗 荣威 万达 万向 龙湖 "
    "平安 人保 太平洋 常州 张江 高明区 "
    "张家口 张家港 连云港 石家庄 马鞍山 陆家嘴 徐家汇 金华 江宁 和平路 黄河路 于谦 高德 百度 程序 项目 金牌 高级 "
    "安装 安全 单位 车间 方便 余额 "
    "金额 车主 车位 车机 车辆 车险 车损 车损险 白车 黄灯 高配 低配 高低配 高速费 高温 高压 高铁站 严重 齐全 全部 "
    "全额 单人 计费 计量 时段 时长 时效 "
    "花费 花钱 费用 费率 应收 应付 时候 时间 安抚 安排 成功 成本 成都 施工 祝福 包括 包赔 包修 万一 任何 何时 "
    "何必 何况 向左 向右 向上 向下 向前 "
    "向后 向您 向你 左转 左前 左后 左侧 关机 关掉 关门 关闭 关于 毛病 常见 常用 常常 经常 强制 强制险 强烈 解释 "
    "解决 解除 解绑 解锁 连接 连着 连续 "
    "连不上 计划 空调 温度 温控 水温 水泵 油温 冷却 冷却液 冷车 热车 冷凝 雷达 毫米波 激光雷达 胎压 轮毂 保养 "
    "保费 保单 保险 保额 理赔 赔款 退保 续保 "
    "过户 年检 石油 石化 中石油 中石化 国网 国家电网 特来电 星星充电 云快充 小桔 车牌 牌照 绿牌 蓝牌 黄牌 电池包 "
    "电瓶 管家 管理员 管用 管不管 单身 "
    "祝您 祝你 申请 申诉 申报 曲轴 符合 钟头 分钟 点钟 舒服 舒适 舒适版 尊享 尊贵 易损件 易拉罐 时速 明显 明白 "
    "明天 明年 明明 明细 乐意 乐享 云端 "
    "云台 云盘 喻示 水费 水箱 水印 水淹 水泡 花纹 花园 花冠 花了 银行 银行卡 银联 银色 燕窝 井盖 巴士 迟到 迟迟 "
    "粟米 党员 党支部 危险 车祸 白色 黑色 "
    "白跑 白等 白花 黄色 蓝色 红色 金色 那拉 干嘛 干什么 向来 从来 过来 边上 旁边 里边 外边 右边 左边 全新 全程 "
    "全责 全损 全险 全车 满意 满电 充满 "
    "年费 年度 年底 年初 年前 后来 后座 后备箱 后视镜 前台 前排 司机 易车 严谨 盛情 谢谢您 谢谢你 多谢 感谢 拜托 "
    "牛逼 牛气 元旦 祁连 关注 成交 程度 "
    "路上 路口 路边 路面 路段 路况 路费 章程 武汉 苏州 杭州 常熟 江阴 鲁班 于是乎 师傅 经理 主任 客服 技师 高工 "
    "向导 房贷 车贷 单据 单独 单证 单方 "
    "时而 顾客 顾问 顾虑 高管 许久 许多 也许 或许 准许 计较 纪念 纪录 记录 别克 别墅 温馨 管道 房子 房东 房主 "
    "房间 宫格 常驻 车库 车门 车窗 车灯 "
    "车型 车速 车龄 车况 车友 车商 车行 车企 车展 车长 车重 车宽 车漆 车衣 车膜 车身 车顶 车尾 车头 金融 金卡 "
    "金币 米其林 沙发 沙子 "
    "毛刺 毛坯 党建 管线 温升 温差 白边 施救 施压 车钥匙 梅雨 连带 全景 全速 全国 全年 全天 全款 全家 全都 全是 "
    "全被 全没 全坏 单排 双排 "
    "秦皇岛 常德 安阳 安庆 安康 安顺 江门 梅州 柳州 贺州 齐齐哈尔 毕节 白山 白城 武威 侯马 文山 景德镇 景洪 包头 沙市 "
    "邢台 庄河 邓州 项城 易县 晋城 曲靖 曲阜 焦作 商丘 乐山 乐清 洪湖 龙岩 龙泉 钟祥 万宁 和田 花都 农安 云浮 "
    "雅阁 凯美瑞 卡罗拉 轩逸 朗逸 帕萨特 迈腾 途观 奥迪 奔驰 宝马 丰田 本田 日产 大众 福特 雪佛兰 起亚 吉利 长安 "
    "长城 奇瑞 五菱 宏光 哈弗 魏牌 传祺 埃安 广汽 "
    "上汽 岚图 智己 飞凡 阿维塔 深蓝 零跑 哪吒 腾势 仰望 方程豹 海豹 海豚 海鸥 银河 领克 几何 星越 星瑞 帝豪 "
    "博越 缤越 思域 皓影 冠道 飞度 锋范 凌派 奥德赛 "
    "艾力绅 汉兰达 荣放 威兰达 亚洲龙 雷凌 普拉多 天籁 逍客 奇骏 楼兰 劲客 骐达 速腾 宝来 高尔夫 途岳 途昂 探岳 "
    "揽境 凌渡 桑塔纳 昂科威 君越 君威 威朗 英朗 "
    "迈锐宝 探界者 索纳塔 伊兰特 胜达 途胜 福克斯 蒙迪欧 锐界 名爵 宝骏 欧拉 好猫 沃尔沃 捷豹 保时捷 玛莎拉蒂 "
    "宾利 劳斯莱斯 宋江路 萤火虫 乐道 蓝山 坦克 钣金 喷漆 钣喷 上周 上周三 周刚 麦克风 伊拉克 高加索 杜比 单选 "
    "单表 线程 图标 标签 视图 温度计 高架 高架桥 单行线 单行道 易拉宝"
)
_GIVEN_WORDS: Final = (
    "建国 国庆 建军 志强 文明 国强 爱国 红军 卫国 胜利 立新 春梅 海燕 小红 建华 国华 新华 中华 国平 和平 永红 "
    "红梅 雪梅 冬梅 玉兰 春兰 秀丽 美丽 "
    "俊杰 英俊 晓明 光明 光辉 东升 永生 海洋 海涛 海波 大海 长江 江涛 向东 卫东 援朝 跃进 解放 建设 建成 成功 "
    "成才 大鹏 鹏飞 展鹏 飞翔 小燕 明月 秋月 "
    "晨曦 朝阳 旭日 东方 小雪 白雪 雪松 青松 劲松 翠花 金花 银花 桂花 荷花 菊花 梅花 桃花 杏花 春花 彩虹 彩霞 "
    "云霞 晓霞 朝霞 红霞 天宇 宇航 宏伟 伟大 "
    "思雨 雨晴 天晴 静怡 文静 宁静 安宁 安琪 可欣 欣欣 佳佳 丽丽 莉莉 娜娜 婷婷 芳芳 圆圆 冰冰 晶晶 莹莹 萍萍 "
    "小龙 成龙 天龙 云龙 玉龙 金龙 一鸣 知秋 "
    "若水 无忌 子龙 德华 学友 富城 家辉 志明 春娇 长城 泰山 明德 明亮 永康 永久 长青 长春 富贵 有才 有为 有福 "
    "来福 来喜 进宝 招财 平安 顺利 得利"
)
_GIVEN_WORD_COST: Final = 13.0
"""Words that are given names at least as often, where a surname stands in front."""
_NAME_SHARE: Final = 6.0
"""Cost of meeting a name at all in feedback with nothing around that announces one."""
_SHORT, _FULL = 1.5, 0.25
"""Cost of a one-character given name, and of one with two, which three in four people have."""
_RARE_GIVEN: Final = 9.5
"""Cost of a character that is in no given name known."""


@cache
def _words() -> dict[str, float]:
    words: dict[str, float] = {}
    for table in (tables.PAIRS, tables.TRIPLES, tables.QUADRUPLES):
        for cost, joined in table.items():
            words.update(dict.fromkeys(joined.split(" "), cost))
    for cost, joined in tables.SINGLE.items():
        words.update(dict.fromkeys(joined, cost))
    for word in _GIVEN_WORDS.split():
        words[word] = max(_GIVEN_WORD_COST, words.get(word, 0.0))
    for word in _DOMAIN.split():
        words[word] = min(_DOMAIN_COST, words.get(word, _DOMAIN_COST))
    return words


@cache
def _prefixes() -> frozenset[str]:
    """The first two characters of every word of three or four."""
    return frozenset(word[:2] for word in _words() if len(word) > 2)  # noqa: PLR2004 - a pair


@cache
def _given() -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    first, second, only = (
        {character: cost for cost, joined in table.items() for character in joined}
        for table in (tables.FIRST, tables.SECOND, tables.ONLY)
    )
    return first, second, only


def name_cost(surname: str, given: str) -> float:
    """Cost of a full name, whatever stands around it."""
    cost = _NAME_SHARE + (COST.get(surname, COMPOUND_COST + 2) if len(surname) == 1 else COMPOUND_COST)
    first, second, only = _given()
    if len(given) == 1:
        return cost + _SHORT + only.get(given, first.get(given, _RARE_GIVEN - 1) + 1)
    return cost + _FULL + first.get(given[0], _RARE_GIVEN) + second.get(given[1], _RARE_GIVEN)


def is_word(text: str) -> bool:
    """Whether this is an ordinary word by itself."""
    return text in _words()


_CHINESE: Final = re.compile("[\u4e00-\u9fff]+")
_ENDLESS: Final = 1e9
"""Cost of a place that no cut reaches: inside what is not Chinese."""


def _edges(text: str, first: int, last: int) -> list[tuple[int, int, float]]:
    """Every word between two places of Chinese text and its cost, by where it begins."""
    words, prefixes = _words(), _prefixes()
    edges = []
    for start in range(first, last):
        edges.append((start, start + 1, words.get(text[start], _UNKNOWN)))
        pair = text[start : min(start + 2, last)]
        cost = words.get(pair)
        if cost is not None and len(pair) > 1:
            edges.append((start, start + 2, cost))
        if pair in prefixes:
            for end in range(start + 3, min(start + _LONGEST, last) + 1):
                cost = words.get(text[start:end])
                if cost is not None:
                    edges.append((start, end, cost))
    return edges


class Lattice:
    """The cheapest cuts of one text, from both ends.

    Args:
        text: without spaces; what is not Chinese costs nothing, so it parts words and never joins them.
    """

    def __init__(self, text: str) -> None:
        size = len(text)
        edges: list[tuple[int, int, float]] = []
        reached = 0
        for stretch in _CHINESE.finditer(text):
            first, last = stretch.span()
            if first > reached:
                edges.append((reached, first, 0.0))
            edges += _edges(text, first, last)
            reached = last
        if reached < size:
            edges.append((reached, size, 0.0))
        ahead, behind = [0.0] + [_ENDLESS] * size, [_ENDLESS] * size + [0.0]
        for start, end, cost in edges:
            total = ahead[start] + cost
            if total < ahead[end]:  # noqa: PLR1730 - min() is slower, and this is the innermost loop
                ahead[end] = total
        for start, end, cost in reversed(edges):
            total = behind[end] + cost
            if total < behind[start]:  # noqa: PLR1730 - as above
                behind[start] = total
        self._ahead, self._behind = ahead, behind

    def gain(self, start: int, end: int, cost: float) -> float:
        """How much cheaper the text reads when [start, end) is one thing of this cost; negative where it is dearer."""
        return self._ahead[-1] - self._ahead[start] - cost - self._behind[end]
