"""Runs of characters that sound out a name of another tongue: Yi, Mongolian, Uyghur, Kazakh and Tibetan ones.

Their names are written with few characters, in few orders: 阿 is often followed by 木, 呷 follows 木. What each
character costs behind the one before it comes from usual parts of such names, which were written down for this project.
The costs are negative natural logarithms, to be compared with those of `agent.masking.names.lattice`.
"""

import math
import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from agent.masking.names.dictionary import is_word

_PARTS: Final = (
    # Yi
    "阿苦 阿尔 阿库 阿约 阿的 阿西 阿力 阿说 阿侯 阿牛 阿余 吉克 吉木 吉伍 吉觉 吉狄 吉史 吉火 吉巴 吉多 沙马 的日 "
    "的莫 曲木 曲比 曲别 马海 马黑 俄木 俄的 勒伍 勒格 贾巴 贾斯 海来 苏呷 日黑 日火 比曲 布约 布哈 莫色 莫洛 尔古 "
    "尔吉 木乃 木果 乃古 乃乌 罗洪 瓦扎 瓦其 瓦渣 加巴 加拉 甲巴 且沙 且萨 洛古 洛伍 恩扎 惹几 惹子 色特 水洛 热柯 "
    "能古 麻卡 格几 金古 果基 海日 克惹 木呷 伍各 拉惹 阿依 日古 拉且 木牛 阿呷 子哈 伍达 史布 尔坡 尔聪 阿木 拉哈 "
    "曲布 阿支 阿果 伍果 伍呷 伍牛 伍支 尔布 尔哈 尔体 尔石 尔铁 木沙 木支 木基 木各 子古 子日 子体 日布 日果 日洛 "
    "日哈 古体 古哈 古铁 拉古 拉日 拉博 拉布 拉作 拉曲 友古 友布 约日 以布 以哈 阿卡 阿佳 阿洛 阿嘎 史古 史体 史日 "
    "石布 石古 五呷 五各 么惹 阿基 伍沙 伍合 伍来 伍加 有色 有果 布铁 布史 木机 伍机 日者 木者 古者 曲者 石者 克底 "
    "古底 子底 木底 拉铁 伍里 木里 伍杰 木杰 阿洗 阿火 阿杰 阿且 阿萨 阿布 阿鲁 阿什 阿育 阿妞 阿芝 甲拉 介都 俄勒 "
    "俄狄 额其 布都 布杰 布尔 沙玛 沙依 海子 加日 加史 加沙 勒则 列日 罗日 米色 莫子 尼扎 撒加 苏尼 乌尔 乌撒 约其 "
    "约古 有则 惹古 惹布 体哈 石体 古惹 伍惹 曲惹 阿惹 木惹 曲打 古打 曲沙 日沙 子沙 尔沙 古沙 布沙 呷呷 合日 木合 "
    "木洛 木色 日色 木体 伍体 哈布 尔子 尔扎 铁哈 比哈 克尔古 牛拉 "
    # Mongolian
    "巴特尔 巴图 布和 朝鲁 朝格 朝克 吉日嘎拉 吉日嘎拉图 其木格 其其格 乌云 乌兰 乌日娜 乌力吉 木仁 那顺 那日苏 "
    "那木拉 那仁 娜仁 青格勒 青格乐 图雅 托娅 斯琴 斯日古楞 阿木古楞 阿日斯楞 阿拉腾 阿拉坦 阿古拉 阿茹娜 敖特根 敖登 "
    "敖日格乐 敖其尔 达楞太 达来 达布 达日玛 额尔敦 额尔德尼 额日和木 格日勒 格日乐 哈斯 巴根 哈日 呼和 呼日乐 呼斯楞 "
    "胡日查 孟根 孟和 蒙克 莫日根 满都拉 满达 毕力格 毕勒格 宝音 宝力道 宝力高 宝勒 白乙拉 恩和 桑杰 苏日嘎拉 苏和 "
    "苏日娜 苏雅拉 苏伦 索布德 塔拉 塔娜 特木尔 特日格乐 特古斯 腾格尔 铁木尔 温都 乌恩 希日 希吉 锡林 赛罕 赛音 牧仁 "
    "伊拉 伊德尔 伊茹 扎木苏 扎拉 扎那 照日格图 朱拉 珠兰 珠娜 娜布其 娜日 萨如拉 萨仁 高娃 萨日 松布尔 德力格尔 "
    "道尔吉 道日 都仁 朝乐蒙 查干 查娜 昂沁 昂格 布仁 布日 巴雅尔 巴彦 巴音 巴达 图门 图布 图力古尔 图古勒 奥云 "
    "奥其尔 奥日格勒 奥特根 哈森 哈日巴拉 苏德 苏力德 苏布达 额日登 额尔登 额日德木图 额尔德木图 阿拉腾花 阿拉腾苏 "
    "通力嘎 白嘎力 白音 白斯古楞 必力格 毕力贡 博日 博尔 布赫 布特格其 布仁朝格图 查苏娜 朝伦 朝木日 达木林 达日罕 "
    "道尔基 丹巴 都楞 都日娜 嘎日迪 格根 格西格 古日 胡格吉 呼群 吉木斯 拉喜 拉西 罗布森 满喜 毛敖海 门德 门都 那布其 "
    "那音太 那达木德 纳日 娜米拉 浩斯 浩日 浩毕斯 诺敏 诺日布 钢巴图 钢特木尔 宝迪 桑布 色音 色登 僧格 森德 舍楞 "
    "孙布尔 陶格斯 陶格陶 陶德 特格喜 特日格勒 乌达 乌仁 乌尼尔 乌尼日 乌日汗 乌日罕 乌日根 乌恩其 乌吉斯古楞 "
    "希都日古 席热 扎布 扎格 哲日格图 珠拉 "
    # Uyghur and Kazakh
    "阿卜杜 阿不都 阿布都 阿不力孜 阿卜力孜 阿布来提 阿不来提 阿迪力 阿地里 阿地力 阿尔曼 阿曼 阿尔斯兰 阿力木 阿里木 "
    "阿斯卡尔 阿斯哈尔 阿孜古丽 阿娜尔 古丽 阿依努尔 阿依夏木 阿依加玛丽 阿扎提 艾比布拉 艾尔肯 艾合买提 艾海提 "
    "艾克拜尔 艾克热木 艾力 艾力西尔 艾尼 艾山 艾则孜 艾孜 买提 巴哈提 巴合提 巴哈尔 巴格达 拜尔 别克 别尔克 达吾提 "
    "达吾列提 达尼亚尔 迪力 迪丽 迪丽达尔 尔肯 尔夏提 古孜丽 古丽娜 哈布丁 哈力克 哈米提 哈斯木 哈山 海尔 黑扎提 "
    "胡安什 胡马尔 加娜提 加尼 江 居马 居来提 卡哈尔 卡米力 卡斯木 凯赛尔 凯丽比努尔 开赛尔 克里木 肯杰 库尔班 库热西 "
    "赛力克 赛买提 赛米 叶尔 叶斯哈提 叶尔兰 玛依拉 玛丽亚木 麦合木提 麦麦提 买买提 买合木提 曼苏尔 木拉提 木沙 "
    "穆拉提 穆合塔尔 穆太力甫 努尔兰 努尔 努热 帕力哈提 帕尔哈提 帕提 帕孜 热依汗 热依拉 热合曼 热西提 热娜 热孜 如孜 "
    "肉孜 茹仙 沙塔尔 沙吾提 沙拉木 司马义 斯拉木 塔斯肯 塔依尔 塔西 提力瓦尔地 吐尔逊 吐尔洪 吐尔地 吐逊 托乎提 "
    "托合提 瓦力斯 外力 乌斯曼 吾买尔 吾斯曼 西热力 夏依 夏提 亚森 亚库甫 亚力坤 依明 依布拉音 依力 依米提 伊布拉 "
    "伊力 伊明 玉素甫 玉山 尤努斯 再娜 再努 扎依 祖力 祖拉 祖农 祖木热 库尔曼 江布尔 波拉提 别力克 木合塔 沙比尔 "
    "萨比尔 萨吾提 吉恩斯 贾纳 乌拉孜 达列力 马合沙 别依 汗 热孜万古丽 依力亚斯 伊力亚斯 伊力哈木 依力哈木 艾麦提 "
    "阿卜拉 阿不拉 阿布力米提 阿布力孜 阿不力米提 阿迪拉 阿吾提 阿瓦古丽 阿西木 巴拉提 巴吐尔 地力夏提 迪力夏提 "
    "尔西丁 古海尔 古丽孜 古丽扎尔 古力米热 哈尼克孜 哈丽丹 海力 海丽 吉力力 加帕尔 加拉力 卡地尔 喀迪尔 库完 玛丽亚 "
    "买尔丹 买尔旦 麦尔丹 麦尔旦 米热 米娜瓦尔 木太力普 木塔力甫 穆斯塔帕 穆萨 努拉 帕孜来提 帕鲁克 如则 如仙 热米拉 "
    "热扎克 赛普 赛福鼎 色提 沙达提 苏来曼 塔吉古丽 塔瓦库力 吐拉 吐送 吐尼 吐合提 图荪 外里 乌买尔 乌布力 乌普尔 "
    "吾拉木 吾甫尔 吾守尔 西日 亚合甫 依斯拉木 依沙 玉买尔 玉努斯 扎克尔 祖丽 叶尔波拉提 叶尔波勒 叶尔扎提 叶力 叶森 "
    "别克扎提 江阿 阿合 叶尔克 沙吾列 哈依 加尔恒 居努斯 杰恩斯 金恩斯 拜山 海拉提 合孜 木合亚提 塞力克 赛里克 吾尔 "
    "合塔尔 合木 力亚 波拉 "
    # Tibetan
    "扎西 次仁 才仁 次旺 次登 旦增 丹增 旦正 旦巴 达瓦 达娃 尼玛 边巴 普布 巴桑 拉姆 拉毛 拉巴 拉珍 拉措 卓玛 卓嘎 "
    "央金 央宗 央珍 曲珍 曲扎 曲措 曲吉 德吉 德庆 德央 多吉 多杰 顿珠 东珠 东智 当智 罗布 洛桑 洛追 索朗 索南 旺久 "
    "旺堆 旺姆 旺加 旺扎 平措 彭措 朋措 彭毛 仁青 仁欠 仁增 仁真 白玛 班玛 贡布 贡嘎 贡保 贡秋 格桑 格勒 格来 更尕 "
    "更登 尕藏 尕玛 尕旦 噶玛 嘎玛 华旦 华青 完么 完德 俄洛 俄金 南杰 南加 朗杰 强巴 赤列 坚赞 尖措 加措 嘉措 久美 "
    "晋美 桑珠 桑吉 桑周 土登 土旦 云丹 益西 意西 阿旺 昂旺 才让 才旦 才吉 才旺 斗本 斗格 加本 公保 官却 关却 多旦 "
    "更桑 群培 群宗 达杰 塔杰 勒知 本加 本太 夸却 太本 先巴 李毛 吉毛 吉加 杰布 松吉 赛毛 羊措 羊吉 尕让 仓决 玉珍 "
    "泽仁 泽旺 泽郎 俄色 翁姆 翁扎 占堆 志玛 四郎 登巴 登真 呷绒 曲批 色珍 万玛 万么 万德 夏吾 东周 多太 切羊 切吉 "
    "切布 切知 丹珍 丹真 旦真 登增 顿旦 贡桑 贡确 格加 更太 更松 更藏 华旺 华科 角巴 吉西 吉太 加洋 加羊 嘉洋 江措 "
    "江村 降泽 降初 降拥 久迈 昂文 昂青 俄日 拉加 拉旦 拉杰 拉先 李加 鲁藏 洛藏 罗藏 尼珍 诺布 努布 南拉 南卡 娘吉 "
    "娘毛 仁旦 仁毛 桑德 斯朗 四朗 索郎 塔洛 土旺 项秋 扎堆 扎桑 周加 周毛 周本 卓么 卓尕 宗吉 宗巴 泽丹 泽让 羊忠 "
    "央吉 拥忠 珠扎 次成 次松 达珍 嘎松 嘎日 尕日 尕吾 才布 才太 才智 才郎 豆拉 豆格 道吉 杰太 顿丹 旺青 旺桑"
)


def short_parts() -> Iterator[str]:
    """Names of two characters, of which no word is made: 图门, 更藏."""
    return (part for part in _PARTS.split() if len(part) == 2 and not is_word(part))  # noqa: PLR2004 - a pair


_SHORTEST, _LONGEST = 3, 9
_INSIDE: Final = 3
"""Characters in a row that are part of a usual part only if the name goes on over them."""
_PAIRED: Final = 0.65
"""Share of the pair's own count in what a character costs; the rest is the character's, whatever stands before it."""
_SHARE: Final = 9.0
"""Cost of meeting such a name at all."""
_LONGEST_RUN: Final = 24
"""What runs longer lists names or is no text; only its beginning is read."""


_CHARACTERS: Final = "".join(sorted({*_PARTS} - {" "}))
_RUN: Final = re.compile(f"[{_CHARACTERS}]{{{_SHORTEST},}}")


@dataclass(frozen=True, slots=True)
class _Costs:
    """What characters cost, in the order of `_CHARACTERS`."""

    alone: "array[float]"
    starts: "array[int]"
    """Where those begin in `seconds` that follow each character in a usual part; then where the last one's end."""
    seconds: str
    behind: "array[float]"
    """What each of `seconds` costs behind its first."""

    def pair(self, first: str, second: str) -> int:
        """The place of this pair in `seconds`, or -1."""
        place = _CHARACTERS.find(first)
        return self.seconds.find(second, self.starts[place], self.starts[place + 1]) if place >= 0 else -1


@cache
def _costs() -> _Costs:
    counts, pairs, followed = Counter[str](), Counter[str](), Counter[str]()
    for part in _PARTS.split():
        counts.update(part)
        followed.update(part[:-1])
        pairs.update(first + second for first, second in pairwise(part))
    total = counts.total()
    share = {character: (1 - _PAIRED) * count / total for character, count in counts.items()}
    ordered = sorted(pairs)
    behind = (-math.log(_PAIRED * pairs[pair] / followed[pair[0]] + share[pair[1]]) for pair in ordered)
    starts = [bisect_left(ordered, character) for character in _CHARACTERS]
    return _Costs(
        array("d", (-math.log(share[character]) for character in _CHARACTERS)),
        array("H", (*starts, len(ordered))),
        "".join(pair[1] for pair in ordered),
        array("d", behind),
    )


def is_pair(pair: str) -> bool:
    """Whether these two characters stand side by side in a usual part of such a name."""
    return _costs().pair(*pair) >= 0


def runs(text: str) -> Iterator[tuple[int, int, float]]:
    """Start, end and cost of what may be such a name: 3 to 9 characters, of which at least two make a usual pair."""
    for found in _RUN.finditer(text):
        costs = _costs()
        last = min(found.end(), found.start() + _LONGEST_RUN)
        for start in range(found.start(), last - _SHORTEST + 1):
            cost, paired = _SHARE + costs.alone[_CHARACTERS.find(text[start])], False
            for end in range(start + 1, min(last, start + _LONGEST)):
                pair = costs.pair(text[end - 1], text[end])
                paired = paired or pair >= 0
                cost += costs.behind[pair] if pair >= 0 else costs.alone[_CHARACTERS.find(text[end])]
                if paired and end - start + 1 >= _SHORTEST and not _cuts(costs, text, end):
                    yield start, end + 1, cost


def _cuts(costs: _Costs, text: str, last: int) -> bool:
    """Whether a name that ends with this character would be cut off: 阿不 of 阿不都."""
    if costs.pair(text[last], text[last + 1 : last + 2]) < 0:
        return False  # no usual part goes on behind it
    return any(len(part) == _INSIDE and part in _PARTS for part in (text[last - 1 : last + 2], text[last : last + 3]))
