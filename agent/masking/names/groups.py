"""Words that stand where a person's name would and name nobody: 让客服给我打电话, 由公司负责, 麻烦明天给我回个电话.

Written down for this project from what a general dictionary puts into such places.
"""

from typing import Final

from agent.masking.names.dictionary import is_word
from agent.masking.names.lattice import name_cost, word_cost
from agent.masking.names.pairs import Pairs
from agent.masking.names.plain_words import PLAIN_TEXT
from agent.masking.names.surnames import COMPOUND

_PAIR: Final = 2
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
_BUSY_TEXT: Final = (
    "郑重 严正 "
    "乃是 乃至 乜斜 亢奋 亢进 兀自 冒充 冒名 冒失 冒昧 冒汗 冒泡 冒渎 冒火 冒烟 冒牌 冒犯 冒用 冒进 冒雨 "
    "冒领 况且 别人 别动 别名 别国 别处 别家 别扭 别样 别的 别离 别称 别管 别致 别说 别院 别集 南下 南中 "
    "南侧 南向 南唐 南头 南宋 南岸 南方 南朝 南段 南移 南端 南线 南缘 南边 南部 南隅 南面 南麓 召募 召唤 "
    "召回 召开 召见 召集 后世 后代 后侧 后写 后发 后周 后唐 后坐 后天 后年 后怕 后悔 后排 后援 后撤 后方 "
    "后晋 后晌 后期 后来 后汉 后秦 后移 后续 后赵 后身 后边 后进 后退 后部 后面 后魏 妥协 妥善 妥帖 妥当 "
    "妥贴 崇奉 崇敬 崇桢 年代 年内 年初 年前 年历 年后 年少 年底 年时 年期 年末 年满 年纪 年终 年节 年轻 "
    "年迈 年间 归乡 归于 归位 归入 归功 归化 归去 归口 归咎 归天 归宿 归属 归并 归心 归拢 归期 归来 归案 "
    "归档 归类 归约 归纳 归结 归罪 归航 归葬 归还 归附 归降 归集 战前 战后 战成 战抖 战斗 战时 战罢 承保 "
    "承修 承兑 承办 承包 承压 承受 承建 承当 承托 承担 承接 承揽 承欢 承租 承袭 承认 承诺 承载 承运 承重 "
    "承销 拜会 拜倒 拜别 拜年 拜服 拜望 拜神 拜见 拜访 拜读 拜谒 拜谢 拜辞 揣度 揣摩 揣摸 揣测 操作 操刀 "
    "操办 操劳 操守 操弄 操心 操持 操控 操演 操盘 操纵 操练 操行 明主 明丽 明亮 明净 明后 明处 明媚 明察 "
    "明式 明心 明快 明断 明早 明明 明晚 明晰 明暗 明月 明澈 明火 明灭 明理 明眸 明示 明细 明艳 明证 明说 "
    "明辨 明达 明远 普查 普米 普选 普遍 普降 普高 暴乱 暴动 暴发 暴富 暴弃 暴怒 暴戾 暴敛 暴晒 暴毙 暴涨 "
    "暴烈 暴胀 暴落 暴虐 暴行 暴跌 暴跳 暴躁 暴露 朴实 朴拙 毋庸 牙刷 盘剥 盘升 盘存 盘整 盘旋 盘查 盘活 "
    "盘算 盘绕 盘缠 盘膝 盘诘 盘踞 盘问 矫情 矫捷 矫治 矫饰 税前 税后 稽察 稽查 稽核 稽首 类似 类推 类比 "
    "粘合 粘接 粘滞 粘着 粘稠 粘结 粘连 粘附 纳入 纳贿 纳闷 纳降 续写 续娶 续签 续编 续订 续集 罕有 罕见 "
    "腾出 腾挪 腾空 腾起 腾越 腾跃 苍凉 苍劲 苍松 苍梧 苍白 苍老 苍苍 苍茫 虎年 虎踞 补习 补交 补休 补偿 "
    "补入 补养 补办 补助 补发 补录 补救 补泻 补涨 补漏 补牙 补给 补缀 补编 补缺 补肾 补血 补补 补课 补足 "
    "补过 补选 补遗 谏诤 谏阻 辜负 达产 达令 达信 达到 达意 达成 达标 达索 达观 达赖 那个 那么 那些 那位 "
    "那双 那幅 那时 那晚 那末 那栋 那样 那次 那段 那汉 那种 那般 那边 那里 门禁 闭会 闭关 闭卷 闭合 闭塞 "
    "闭幕 闭气 闭环 闭眼 闭经 闭锁 闭门 阴晦 阴暗 阴柔 阴沉 阴湿 阴郁 阴鸷 隽永 青天 青布 青年 青睐 青跃 "
    "成为 由于 于此 仰望 位于 何况 何时 党建 全天 全年 全新 公里 包修 原来 向来 周至 奉化 宣传 平米 "
    "应力 应城 应收 延长 开水 开通 强生 成立 明天 明年 江淮 滑移 满载 石化 管用 终于 许久 路口 隆回 "
    "万元 公元 古代 宣布 尤其 展开 应当 应用 曾经 来自 相信 相同 相当 经营 肯定 严格 任免 元年 公布 "
    "公开 周围 尚未 成长 明代 明朝 明清 游行 相应 简称 高中 高考 修建 初中 占有 占领 原有 唐代 富有 "
    "居然 水中 相继 简介 简直 补充 通信 通道 位居 何以 何处 元代 周年 夏季 宋代 宫中 尚无 平日 强化 "
    "怀里 揭露 施行 明日 相连 连忙 连连 闻名 高于 高出 万万 万家 万年 代谢 何等 余种 修行 元朝 全然 "
    "养成 厉声 原先 唐朝 安定 安置 宛如 富于 尚有 尤为 应有 开来 开门 强行 怀中 房中 房里 揭开 明知 "
    "易于 来临 来信 来回 海里 盛行 相传 相通 简化 解开 诸多 连声 通行 隆中 高举 高呼 高涨 万尾 乐于 "
    "任用 何人 何在 余万 余家 修复 元首 公然 关中 关切 初年 利于 勾当 占用 周岁 奉命 奉献 奉行 宋朝 "
    "宣扬 居于 居多 常年 平儿 成化 明儿 来时 林中 盛开 终年 许家 连长 通高 隆庆 高新 万名 万多 丛中 "
    "代为 何事 何尝 何用 何种 余处 余年 农行 初一 包扎 原定 古时 周到 呼喝 商代 商周 商朝 堵塞 宫里 "
    "展望 师大 应为 应声 开启 强占 成名 成天 成年 折合 折射 揭发 支行 文中 施主 施加 晋代 来华 松开 "
    "武大 毕生 海口 满心 盛名 相望 童年 胡须 谈起 连年 连日 隆起 隋朝 马里 高处 麻布 丁卯 万台 万方 "
    "严加 仰慕 位移 何为 何如 何方 何止 何者 余亩 余米 余部 修道 全真 公祭 公立 关爱 养生 农牧 初三 "
    "初冬 单于 占卜 周代 周朝 呼应 唐初 唐宋 夏代 夏日 奉承 封存 尚可 居中 居留 居里 左首 平方 应考 "
    "开进 强加 怀有 成行 扶植 折回 揭晓 查理 满满 由来 相加 相声 相容 终日 莫名 解法 赖以 连发 钦定 "
    "闪开 闪耀 隆冬 高唱 高检 万千 万米 任一 位列 何其 何地 何妨 何日 何来 何门 余个 余名 余座 余篇 "
    "修成 修辞 修长 关乎 关露 包容 印有 周遭 国大 夏秋 宣和 尚存 左眼 左路 幸存 应允 应天 应征 应承 "
    "开开 开恩 开行 强于 揭帖 撒娇 支承 施用 明治 来日 查封 滑行 满天 满眼 班里 田里 申明 相合 相爱 "
    "相联 秦代 终将 谈心 谢绝 谢罪 越加 车里 连天 通明 闪存 隋代 付托 仰卧 任选 何须 余架 修明 元月 "
    "全名 公尺 关连 初叶 包涵 包衣 区里 印行 原发 古来 古里 周初 夏朝 安于 安布 宣化 展宽 布道 干起 "
    "平复 延至 开合 开道 才刚 折服 施以 易名 来年 林里 查考 甘于 申能 盖起 相中 相向 相帮 相知 秦朝 "
    "经传 罗嗦 胡扯 胡诌 谢意 路南 连载 通通 陆相 隋末 须发 马列 马步 高估 高发 高射 高烧 齐射 万卷 "
    "万张 万道 万门 严实 井壁 付与 代收 任课 位尊 何年 余件 余艘 余辆 余首 修水 修通 全日 关顾 冶铸 "
    "冷然 净增 初春 初秋 劳损 占居 向心 唐末 屈居 左方 干道 平移 应诺 开卷 开成 开眼 开立 开起 强直 "
    "怀来 怀表 成命 成日 成见 房客 房改 折中 敬服 方越 来世 来生 欧化 步进 毕天 海损 涂改 满布 盛传 "
    "相承 相斗 相若 索然 经合 解忧 解表 越儿 霍然 饶有 高专 高踞 万代 万载 付印 代善 伏天 何力 何意 "
    "余悸 余里 修治 全宗 农大 冷天 劳保 包养 占先 夏末 安化 宋初 展露 平年 开建 开征 开班 强留 撒布 "
    "支应 敬慕 施治 明晨 明道 明里 易用 晋朝 洪朝 游斗 游移 滑向 滑道 甘当 盛年 相乘 石煤 秦晋 管营 "
    "管见 练法 胡编 补射 连用 通直 钦敬 陆航 万三 万口 万叶 万端 万行 万首 任县 位与 位错 何月 何许 "
    "余三 余元 余幅 余枚 余门 余项 修修 元春 关进 冷月 初露 勾连 区直 卓有 奉新 安卧 安腾 宣发 宫来 "
    "常时 常考 平布 应大 应明 开白 开营 徐经 折纳 文保 施教 施法 施药 易行 查卷 殷代 殷天 毕露 满仓 "
    "满朝 牛年 白晋 相图 相成 简图 管乐 管保 纪行 终天 苟同 补心 补正 补考 计成 许婚 谈兴 谈道 连合 "
    "连营 通联 钦慕 闪射 陆定 黄初 万儿 万峰 万根 余切 余吨 余天 全开 初元 包立 古晋 周秦 安知 展布 "
    "开光 涂布 申领 秦末 苏皖 苟合 通连 闻知 高倍"
)
"""Verbs, adverbs, times and places of the general dictionary that look like names: 客户曾经."""
_NOBODY: Final = 1
_WORDS: Final = Pairs(_NOBODY_TEXT.split(), _BUSY_TEXT.split(), PLAIN_TEXT.split())
_BUSY: Final = 1 | 2
"""Bits of the first list, and of the first two."""
_ODD: Final = ((9.0, 20.3), (11.0, 21.0))
"""A word that costs less than the first is met so often that a name dearer than the second is not read into it."""


def is_firm(name: str) -> bool:
    """Whether this is a firm, people in general, or a compound surname alone."""
    return name[-1] in _GROUP_ENDS or name in _COMPANIES or name in _SURNAMES


def is_busy(name: str) -> bool:
    """Whether this is a verb, an adverb, a time or a place: 司机马上, 客户曾经."""
    return len(name) == _PAIR and _WORDS.lists(name) & _BUSY != 0


def says_how(name: str) -> bool:
    """Whether it begins with such a word, or with one that says how somebody does something: 师傅安全送到."""
    return _WORDS.lists(name) != 0


def is_group(name: str) -> bool:
    """Whether this is rather a firm, people in general, or a word that only stands in the same place."""
    if is_firm(name):
        return True
    if not is_word(name):
        return False
    if name[0] in _FIRST_OF_WORDS or name[-1] in _PLACE_ENDS or (len(name) == _PAIR and _WORDS.lists(name) & _NOBODY):
        return True
    common, odd = word_cost(name), name_cost(name[0], name[1:])
    return any(common < word and odd > dear for word, dear in _ODD)
