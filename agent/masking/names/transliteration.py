"""Runs of characters that sound out a name of another tongue: Yi, Mongolian, Uyghur, Kazakh and Tibetan ones.

Their names are written with few characters, in few orders: 阿 is often followed by 木, 呷 follows 木. What each
character costs behind the one before it comes from usual parts of such names, which were written down for this project.
The costs are negative natural logarithms, to be compared with those of `agent.masking.names.lattice`.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

_YI: Final = (
    "阿苦 阿尔 阿库 阿约 阿的 阿西 阿力 阿说 阿侯 阿牛 阿余 吉克 吉木 吉伍 吉觉 吉狄 吉史 吉火 吉巴 吉多 沙马 的日 "
    "的莫 曲木 曲比 曲别 马海 马黑 俄木 俄的 勒伍 勒格 贾巴 贾斯 海来 苏呷 日黑 日火 比曲 布约 布哈 莫色 莫洛 尔古 "
    "尔吉 木乃 木果 乃古 乃乌 罗洪 瓦扎 瓦其 瓦渣 加巴 加拉 甲巴 且沙 且萨 洛古 洛伍 恩扎 惹几 惹子 色特 水洛 热柯 "
    "能古 麻卡 格几 金古 果基 海日 克惹 木呷 伍各 拉惹 阿依 日古 拉且 木牛 阿呷 子哈 伍达 史布 尔坡 尔聪 阿木 拉哈 "
    "曲布 阿支 阿果 伍果 伍呷 伍牛 伍支 尔布 尔哈 尔体 尔石 尔铁 木沙 木支 木基 木各 子古 子日 子体 日布 日果 日洛 "
    "日哈 古体 古哈 古铁 拉古 拉日 拉博 拉布 拉作 拉曲 友古 友布 约日 以布 以哈 阿卡 阿佳 阿洛 阿嘎 史古 史体 史日 "
    "石布 石古 五呷 五各 么惹 阿基 伍沙 伍合 伍来 伍加 有色 有果 布铁 布史"
)
_MONGOLIAN: Final = (
    "巴特尔 巴图 布和 朝鲁 朝格 朝克 吉日嘎拉 吉日嘎拉图 其木格 其其格 乌云 乌兰 乌日娜 乌力吉 木仁 那顺 那日苏 "
    "那木拉 那仁 娜仁 青格勒 青格乐 图雅 托娅 斯琴 斯日古楞 阿木古楞 阿日斯楞 阿拉腾 阿拉坦 阿古拉 阿茹娜 敖特根 敖登 "
    "敖日格乐 敖其尔 达楞太 达来 达布 达日玛 额尔敦 额尔德尼 额日和木 格日勒 格日乐 哈斯 巴根 哈日 呼和 呼日乐 呼斯楞 "
    "胡日查 孟根 孟和 蒙克 莫日根 满都拉 满达 毕力格 毕勒格 宝音 宝力道 宝力高 宝勒 白乙拉 恩和 桑杰 苏日嘎拉 苏和 "
    "苏日娜 苏雅拉 苏伦 索布德 塔拉 塔娜 特木尔 特日格乐 特古斯 腾格尔 铁木尔 温都 乌恩 希日 希吉 锡林 赛罕 赛音 牧仁 "
    "伊拉 伊德尔 伊茹 扎木苏 扎拉 扎那 照日格图 朱拉 珠兰 珠娜 娜布其 娜日 萨如拉 萨仁 高娃 萨日 松布尔 德力格尔 "
    "道尔吉 道日 都仁 朝乐蒙 查干 查娜 昂沁 昂格 布仁 布日 巴雅尔 巴彦 巴音 巴达"
)
_TURKIC: Final = (
    "阿卜杜 阿不都 阿布都 阿不力孜 阿卜力孜 阿布来提 阿不来提 阿迪力 阿地里 阿地力 阿尔曼 阿曼 阿尔斯兰 阿力木 阿里木 "
    "阿斯卡尔 阿斯哈尔 阿孜古丽 阿娜尔 古丽 阿依努尔 阿依夏木 阿依加玛丽 阿扎提 艾比布拉 艾尔肯 艾合买提 艾海提 "
    "艾克拜尔 艾克热木 艾力 艾力西尔 艾尼 艾山 艾则孜 艾孜 买提 巴哈提 巴合提 巴哈尔 巴格达 拜尔 别克 别尔克 达吾提 "
    "达吾列提 达尼亚尔 迪力 迪丽 迪丽达尔 尔肯 尔夏提 古孜丽 古丽娜 哈布丁 哈力克 哈米提 哈斯木 哈山 海尔 黑扎提 "
    "胡安什 胡马尔 加娜提 加尼 江 居马 居来提 卡哈尔 卡米力 卡斯木 凯赛尔 凯丽比努尔 开赛尔 克里木 肯杰 库尔班 库热西 "
    "赛力克 赛买提 赛米 叶尔 叶斯哈提 叶尔兰 玛依拉 麦合木提 麦麦提 买买提 买合木提 曼苏尔 木拉提 木沙 穆拉提 "
    "穆合塔尔 穆太力甫 努尔兰 努尔 努热 帕力哈提 帕尔哈提 帕提 帕孜 热依汗 热依拉 热合曼 热西提 热娜 热孜 如孜 肉孜 "
    "茹仙 沙塔尔 沙吾提 沙拉木 司马义 斯拉木 塔斯肯 塔依尔 塔西 提力瓦尔地 吐尔逊 吐尔洪 吐尔地 吐逊 托乎提 托合提 "
    "瓦力斯 外力 乌斯曼 吾买尔 吾斯曼 西热力 夏依 夏提 亚森 亚库甫 亚力坤 依明 依布拉音 依力 依米提 伊布拉 伊力 伊明 "
    "玉素甫 玉山 尤努斯 再娜 再努 扎依 祖力 祖拉 祖农 祖木热 库尔曼 江布尔 波拉提 别力克 木合塔 沙比尔 萨比尔 萨吾提 "
    "吉恩斯 贾纳 乌拉孜 达列力 马合沙 别依 汗"
)
_TIBETAN: Final = (
    "扎西 次仁 才仁 次旺 次登 旦增 丹增 旦正 旦巴 达瓦 达娃 尼玛 边巴 普布 巴桑 拉姆 拉毛 拉巴 拉珍 拉措 卓玛 卓嘎 "
    "央金 央宗 央珍 曲珍 曲扎 曲措 曲吉 德吉 德庆 德央 多吉 多杰 顿珠 东珠 东智 当智 罗布 洛桑 洛追 索朗 索南 旺久 "
    "旺堆 旺姆 旺加 旺扎 平措 彭措 朋措 彭毛 仁青 仁欠 仁增 仁真 白玛 班玛 贡布 贡嘎 贡保 贡秋 格桑 格勒 格来 更尕 "
    "更登 尕藏 尕玛 尕旦 噶玛 嘎玛 华旦 华青 完么 完德 俄洛 俄金 南杰 南加 朗杰 强巴 赤列 坚赞 尖措 加措 嘉措 久美 "
    "晋美 桑珠 桑吉 桑周 土登 土旦 云丹 益西 意西 阿旺 昂旺 才让 才旦 才吉 才旺 斗本 斗格 加本 公保 官却 关却 多旦 "
    "更桑 群培 群宗 达杰 塔杰 勒知 本加 本太 夸却 太本 先巴 李毛 吉毛 吉加 杰布 松吉 赛毛 羊措 羊吉 尕让 仓决 玉珍 "
    "泽仁 泽旺 泽郎 俄色 翁姆 翁扎 志玛 四郎 登巴 登真 呷绒 曲批 色珍"
)
_PARTS: Final = tuple(f"{_YI} {_MONGOLIAN} {_TURKIC} {_TIBETAN}".split())
_LONG_PARTS: Final = frozenset(part[at : at + 3] for part in _PARTS for at in range(len(part) - 2))
"""Where a name would be cut off: 阿不 of 阿不都."""
_CHARACTERS: Final = frozenset("".join(_PARTS))
_SHORTEST, _LONGEST = 3, 9
_RUN: Final = re.compile(f"[{''.join(sorted(_CHARACTERS))}]{{{_SHORTEST},}}")
_PAIRED: Final = 0.65
"""Share of the pair's own count in what a character costs; the rest is the character's, whatever stands before it."""
_SHARE: Final = 9.0
"""Cost of meeting such a name at all."""
_LONGEST_RUN: Final = 24
"""What runs longer lists names or is no text; only its beginning is read."""


@cache
def _costs() -> tuple[dict[str, float], dict[str, float]]:
    """Cost of a character alone, and of pairs' second characters by the first's own share."""
    alone, pairs, followed = Counter[str](), Counter[str](), Counter[str]()
    for part in _PARTS:
        alone.update(part)
        followed.update(part[:-1])
        pairs.update(first + second for first, second in pairwise(part))
    total = alone.total()
    single = {character: (1 - _PAIRED) * count / total for character, count in alone.items()}
    behind = {pair: -math.log(_PAIRED * count / followed[pair[0]] + single[pair[1]]) for pair, count in pairs.items()}
    return {character: -math.log(share) for character, share in single.items()}, behind


def is_pair(pair: str) -> bool:
    """Whether these two characters stand side by side in a usual part of such a name."""
    return pair in _costs()[1]


def runs(text: str) -> Iterator[tuple[int, int, float]]:
    """Start, end and cost of what may be such a name: 3 to 9 characters, of which at least two make a usual pair."""
    for found in _RUN.finditer(text):
        single, behind = _costs()
        last = min(found.end(), found.start() + _LONGEST_RUN)
        for start in range(found.start(), last - _SHORTEST + 1):
            cost, paired = _SHARE + single[text[start]], False
            for end in range(start + 1, min(last, start + _LONGEST)):
                pair = text[end - 1 : end + 1]
                paired = paired or pair in behind
                cost += behind.get(pair, single[text[end]])
                whole = _LONG_PARTS.isdisjoint((text[end - 1 : end + 2], text[end : end + 3]))
                if paired and whole and end - start + 1 >= _SHORTEST:
                    yield start, end + 1, cost
