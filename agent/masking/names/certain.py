"""Places that hold a name whatever word it is: 我叫 _, 收款人:_, the line under a letter, My name is _.

Elsewhere a name that is an ordinary word (方向, 程序, 安全) is read as that word. Here nothing but a name can stand, as
long as the place ends where the word ends.
"""

from typing import Final

from agent.masking.alphabet import PROVINCES
from agent.masking.names import dictionary, slots
from agent.masking.names.domain_words import DOMAIN_COST, DOMAIN_WORDS
from agent.masking.names.groups import says_how
from agent.masking.names.slot_words import Back, Front
from agent.masking.tongues.lazy import Lazy

MUST: Final = 20.0
_ALMOST: Final = 16.0
"""Weight as a natural log: a name must stand there; a name and hardly anything else does."""
DEAREST: Final = 31.0
"""What costs more is not read as a name even here."""

_STAFF: Final = (
    "(?:司机|车主|机主|户主|业主|驾驶员|技师|顾问|师傅|客服|专员|经理|店长|站长|组长|班长|队长|主管|销售|教练|同事|朋友|老板"
    "|查勘员|定损员|理赔员|业务员|接待员|技术员|服务员|管理员|安全员|快递员|小哥|小伙子?|姑娘|大哥|大姐|老公|老婆|爱人"
    "|用户|客户|顾客|乘客|坐席|电工|保安|会计|代驾|徒弟|学徒|交警|民警|警官|律师|医生|收银员?|维修工|安装工|儿子|女儿|爸爸?|妈妈?|哥哥?|姐姐?|弟弟?|妹妹?)"
)
_LABEL: Final = (
    "(?:(?:来电|承办|处理|收款|付款|联系|被保险|投保|经办|经手|报案|报修|送修|申请|投诉|反映|举报|登记|签收|签字|负责|收件"
    "|寄件|发件|收货|紧急联系|受益|持卡|开户|委托|受托|代办|办理|接待|对接|复核|审核|预约|提车|取车|送车|购车|租车|承租|驾驶"
    "|开票|退款|值班|责任|所有|当事|受理|跟进|派单|接单|回访|服务)人|驾驶员|姓名|户名|署名|签名|落款|机主|户主)"
)
_IS: Final = r"(?:就?是|为|:|写的?是?|填的?是?|登记的?是?|叫|\()+"
_TOLD: Final = Lazy(
    f"(?:(?:^|[^呼喊嘶大])(?:我|俺|咱|他|她|本人|名字?|人|个|{_STAFF})(?:就|也|都)?叫(?:做|作|个)?"
    "|(?:名字|真名|大名|全名|本名)(?:就?叫|就?是|写的是?|写|:|为)+|名叫|名为|自称)$"
)
_I_AM: Final = Lazy(r"(?:^|[,。!;:\n]|喂|你好|您好)我(?:就)?是$")
_FIELD: Final = Lazy(
    rf"(?:{_LABEL}|{_STAFF}){_IS}$|(?:[甲乙丙]方|受理|处理|经办|复核):$|[\u4e00-\u9fff]人[:(]$|[组部科班]-$|工号\d+-?$"
)
_BARE: Final = Lazy(f"{_LABEL}$")
_WORKS: Final = Lazy(f"{_STAFF}$")
_ENGLISH: Final = Lazy(
    r"(?:MYNAMEIS|MYNAME'?S|THISIS|IAM|I'M|CALLME|CALL|CONTACT|ASK|TELL|NAMED|CALLED|OWNER|DRIVER|NAME:?|MR\.?|MS\.?|DEAR)$"
)
_LATIN: Final = Lazy(r"[A-Z,.;:!?()\n,。]|$")
_DETAILS: Final = Lazy(
    f"[,。:]?(?:我的?)?(?:车|电话|手机|身份证|[{PROVINCES}][A-Z]|1\\d\\d|对?就叫|名字)",
)
_NO_VALUE_TEXT: Final = (
    "关系 信息 信用 信誉 权益 权限 权力 权责 水平 经验 经历 经费 时段 时长 时效 时速 费率 全名 全称 方案 方面 方法 "
    "名单 单据 单价 单证 步骤 管理 温度 解释 名称 程度 成本 成绩 容量 强度 颜色 车型 车况 车牌 车速 车险 车损 车身 "
    "衣服 皮肤 毛病 房间 代理 代码 代表 符号 原因 原则 原话 应收 应付 许可 强制 高速 明细 包装 国籍 党员 利益 利率 "
    "利息 言论 言语 言行 相貌 相片 印章 印象 印件 谈话 谈吐 胡子 步伐 舒适 安危 安抚 曲线 季度 计划 路线 路径 路况 "
    "路权 钱款 钱数 钱包 范围 花费 花销 平台 平时 司机 机主 户主 业主 代驾 代步 安装 应急 施救 方式 时间 单位 关于 "
    "应该 余额 费用 马上 任何 路费 相关 于是 那个 那边 房子 和我 向我 全部 都是 都在 单号 金额 车主 时候"
)
_NO_VALUE: Final = frozenset(_NO_VALUE_TEXT.split())
"""What follows a label and is no value: 联系人方式."""
_AND: Final = Lazy(
    r"[你您他她我](?!好)|电话|手机|车牌|身份证|号码|联系|工号|男|女|\d|的(?:那个|师傅|客服|人|名字)|就(?:行|好|可以|成)"
)
_PRAISED: Final = Lazy(
    "的?(?:服务|态度|手艺|技术|人品|业务)(?:很|好|非常|特别|真|太|也|不|差|极|一流|热情|到位|恶劣|没得|过硬|,|。|$)"
)
_ADDRESSED: Final = Lazy("先生|女士|小姐|同志|,?[您你]好|[,:]?(?:联系)?(?:电话|手机号?)(?:是|号码|:)*[1一幺零0]")
_ONE: Final = Lazy(
    f"{_ADDRESSED.pattern}|这个?(?:客户|顾客|用户|车主|司机|师傅|乘客|名字)|这位|这人(?!家)|名下|本人|,[男女](?=[,。]|$)"
    "|的(?:手机|电话|身份证|微信|驾驶证|驾照|护照|家属|联系方式|工号)"
    "|是[我你咱他她]们?(?:这边|这里|店里?|公司|车间|单位|家|小区|站里?|部门|班组?|团队|车队|厂里?|那边)?的?"
    "(?:小|老|大|前|女|男|新)?(?:组长|班长|经理|师傅|技师|主管|店长|站长|队长|同事|客户|司机|老板|领导|邻居|朋友|老公|老婆"
    "|爱人|儿子|女儿|爸|妈|哥|姐|弟|妹|员工|车主|顾问|客服|业主|徒弟|学徒|同学|战友|房东)"
)
_BETWEEN: Final = tuple(
    (Lazy(f"(?:{front})$"), Lazy(back), MUST if "他她" in back or "名下" in back else _ALMOST)
    for front, back in (
        ("(?:转告|告知)(?:一下)?", "[,。;!]|$|,?[他她]|让|叫"),
        ("(?:找|投诉|举报|表扬|感谢|谢谢|联系|见过|认识)(?:一下|你们)?", ",?[他她](?!们|人)|不是找"),
        ("(?:感谢|谢谢|多谢|表扬)(?:一下)?", "[^,。]{0,6}(?:[给帮陪]我|冒[着雨]|顶着)"),
        ("^|[,。;!?\n]|昨天|今天|前天|刚才|上午|下午|晚上|后来", "[给跟]我(?:打|回)(?:[的过了]|个|1个)?电话"),
        ("(?:^|[,。;!?\n])我", r",?(?:身份证|电话|手机|车牌|1\d{6}|幺[一二三四五六七八九零幺]{6})"),
        ("请问|问下|找", "在(?:不在|吗|么|没在)"),
        ("[那这][个位]", "[他她](?!们|人)"),
        ("[是用写挂在]", "的名字|名下"),
        ("群里", "发[的了]|说"),
        ("转接(?:一下)?", "[,。就那做]|$"),
        (
            "(?:(?:过户|派单|转让?|卖|租|借|交|赔|退)给|(?:接待|办|修|签|换|经手|负责)(?:我们?)?的(?:人)?是|[写登录]成)了?",
            "了?(?:[,。;!]|$)",
        ),
        ("(?:查勘|定损|接待|办理|维修|安装)的?是", "[来办修装做]的"),
        (_STAFF, "[去今前]年|昨[天晚]|前天|上[次周]|[早晚]上|那天|当天|刚才|刚刚|核[实对]|回访|跟单|迟迟|嗓门|乱收"),
        (_STAFF, r"零下|凌晨|半夜|大[热冷雨雪]|冒着|顶着|[一二两三四五六七八九十\d]+点"),
    )
)
"""What stands before and behind where only a person can stand between, and the weight of both."""
_ANY_BEHIND: Final = Lazy("|".join(f"(?:{after.pattern})" for _, after, _ in _BETWEEN))
"""Asked first: most places have none of them behind."""
_LONGEST_FRONT: Final = 16
_SHORTEST_LETTER: Final = 5
_DETAIL: Final = Lazy(
    r"\+?\d[\d -]{6,}$|\d{2,4}[年./-]\d{1,2}[月./-]\d{1,2}日?$|[零〇一二两三四五六七八九十幺年月日]{6,}$"
)
_CLOSED: Final = Lazy("(?:谢谢|多谢|感谢|此致|敬礼|敬上|特此|盼复|望.{0,12}|请.{0,12}|祝.{0,8})[。!,]?$")


def _is_longer(text: str, start: int, end: int) -> bool:
    """Whether a longer word begins here: 方向 of 方向盘."""
    if not dictionary.begins_longer(text[start:end]):
        return False
    return any(dictionary.is_word(text[start:longer]) for longer in range(end + 1, min(end + 2, len(text)) + 1))


def _is_plain(name: str) -> bool:
    """Whether it says how somebody does something, or with what: 师傅安全送到, 师傅方向盘."""
    if says_how(name):
        return True
    cost = dictionary.cost(name)
    return cost is not None and cost <= DOMAIN_COST and f" {name} " in DOMAIN_WORDS


def _signs(text: str, start: int, end: int) -> bool:
    """Whether [start, end) is a line of its own under a letter, at its end or beside a number or a date."""
    if "\n" not in text or (start and text[start - 1] != "\n") or text[end : end + 1] not in {"", "\n"}:
        return False
    above, below = text[:start].rstrip("\n"), text[end:].lstrip("\n")
    if len(above) < _SHORTEST_LETTER:
        return False
    last = above.rsplit("\n", 1)[-1]
    beside = _DETAIL.match(below.split("\n", 1)[0]) or _DETAIL.match(last)
    return beside is not None or (not below and _CLOSED.search(last) is not None)


_ASKING: Final = frozenset("叫做作个是的写:为称填记(-0123456789人员名主款")
"""Last characters of all that `_TOLD`, `_FIELD`, `_BARE` and `_I_AM` find; most fronts end otherwise."""


_STAFF_ENDS: Final = frozenset(
    character for role in _STAFF[3:-1].split("|") for character in (role[-3:-1] if role.endswith("?") else role[-1])
)


def _works(front: str) -> bool:
    """Whether a role stands right in front."""
    return front[-1:] in _STAFF_ENDS and _WORKS.search(front) is not None


def _announced(text: str, front: str, end: int) -> tuple[float, str]:
    """我叫 _, 收款人 _, 我是 _, 车牌…: the words in front ask for a name, and it ends here."""
    if front[-1:] not in _ASKING:
        return 0.0, ""
    behind = slots.back(text, end)
    ends = behind in (Back.END, Back.OWNS) or _AND.match(text, end) is not None
    if _TOLD.search(front) and (ends or behind >= Back.PARTICLE):
        return MUST, "called"
    if (_FIELD.search(front) or _BARE.search(front)) and (ends or behind >= Back.ACTS):
        return MUST, "value of a label"
    if _I_AM.search(front) and _DETAILS.match(text, end):
        return MUST, "I am"
    return 0.0, ""


def _fits(text: str, front: str, start: int, end: int) -> tuple[float, str]:
    """顾问 _ 服务很好, _ 先生, 转告 _, 在 _ 名下: both sides together."""
    works = _works(front)
    if works and _PRAISED.match(text, end):
        return MUST, "praised"
    among = _ANY_BEHIND.match(text, end) is not None
    one = _ONE.match(text, end) is not None
    if not (works or among or one):
        return 0.0, ""
    plain = _is_plain(text[start:end])
    if works and not plain:
        behind = slots.back(text, end)
        if behind in (Back.END, Back.OWNS) or behind >= Back.ACTS or _AND.match(text, end):
            return _ALMOST, "role in front"
    if among and not plain:
        for before, after, both in _BETWEEN:
            if after.match(text, end) and before.search(front):
                return both, "only a person here"
    if one and (not plain or _ADDRESSED.match(text, end)) and slots.front(text, start) != Front.NOTHING:
        return MUST, "one person"
    return 0.0, ""


def opens(text: str, start: int) -> bool:
    """Whether the words in front ask for a name here: 我叫 _, 收款人:_."""
    front = text[max(0, start - _LONGEST_FRONT) : start]
    return front[-1:] in _ASKING and (_TOLD.search(front) is not None or _FIELD.search(front) is not None)


def weight(text: str, start: int, end: int) -> tuple[float, str]:
    """Weight of a place that only a name fills, and the evidence's name; 0 where it may be filled otherwise.

    Args:
        text: without spaces.
        start: where the name would begin.
        end: where it would end.
    """
    front, name = text[max(0, start - _LONGEST_FRONT) : start], text[start:end]
    if _signs(text, start, end):
        return MUST, "signature"
    if front[-1:].isascii() and _ENGLISH.search(front) and _LATIN.match(text, end):
        return MUST, "said in English"
    if text[end : end + 1] == ":" and _works(front):
        return 0.0, ""  # 车主关系: is a label
    if name in _NO_VALUE or name[:2] in _NO_VALUE:
        return 0.0, ""
    found = _announced(text, front, end)
    if not found[0]:
        found = _fits(text, front, start, end)
    return (0.0, "") if found[0] and _is_longer(text, start, end) else found
