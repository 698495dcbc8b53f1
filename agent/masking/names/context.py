"""Words around a name that make it one. Each has a weight: how much more often names stand there, as a natural log."""

from functools import cache
from typing import Final

from agent.masking.alphabet import PROVINCES
from agent.masking.names import slots
from agent.masking.names.slot_words import Back, Front
from agent.masking.tongues.lazy import Lazy

_LINK: Final = (
    "(?:就是|应该是|应该|就|还是|是|叫做|叫|为|写的是|写的|写着|写成|写|填的是|填的|填|改成|改为|改|留的"
    "|:|_|\\||的是|是个|呢|啊|嗯|那个)"
)
_KIN: Final = (
    "爱人|老公|老婆|丈夫|妻子|先生|太太|媳妇|对象|女朋友|男朋友|女友|男友|前妻|前夫|儿子|女儿|闺女|孩子|宝宝|哥哥"
    "|姐姐|弟弟|妹妹|爸爸|妈妈|父亲|母亲"
    "|岳父|岳母|公公|婆婆|舅舅|叔叔|阿姨|姑姑|表哥|表姐|表弟|表妹|堂哥|堂弟|嫂子|姐夫|妹夫|侄子|外甥|爷爷|奶奶|爸"
    "|妈|哥|姐|弟|妹"
)
_STAFF: Final = (
    "查勘员|定损员|理赔员|核保员|业务员|保险员|接待员|收银员|安装工|技术员|服务员|管理员|调度员|话务员|技师|顾问"
    "|客服|销售|经理|店长|专员|主管|内勤|外勤"
    "|工程师|师傅|电工|站务员?|质检员?|安全员|教练员|快递员|外卖员|维修工|学徒|前台|助理|总监|老板|领导|负责人|贵司|贵店|贵方|你司|你们店|你们公司|站长|组长"
    "|班长|队长|保安|代理人|经纪人|售后"
    "|店里的|店的|那个叫|的人|(?:你们|店里|站里|这边)那个"
)
_PERSON: Final = (
    "司机|车主|客户|用户|顾客|乘客|机主|桩主|户主|业主|房东|房主|租客|会员|驾驶员|驾驶人|驾校教练|教练|交警|警官"
    "|民警|医生|大夫|护士|律师|同事|朋友|邻居"
    "|同学|战友|老乡|老师|对方|当事人|肇事者|伤者|死者|家属|本人|主持人|股东|法人|员工|职工|代表|机长|导游"
)
_PARTY: Final = (
    "(?:收件|联系|联络|收货|寄件|发件|投保|被保险|被保|受益|驾驶|报案|送修|登记|办理|经办|代办|持卡|开户|投诉"
    "|申请|委托|受托|授权|提车|送车|取车|接车"
    "|紧急联系|所有|承租|租车|签约|签收|当事|举报|负责|借车|开票|预约|反映|报修|来电|付款|收款|退款|转账|订车"
    "|购车|充电|接待|维修|出险|索赔|担保|责任|对接|值班|经手|施救|定损|查勘|物业联系)人?"
    "|车主|机主|户主|驾驶员|司机"
)
_LABEL: Final = (
    rf"(?:(?:{_PARTY})(?:的?姓名|的?名字)?|姓名|名字|户名|真名|全名|大名|抬头(?:个人)?|署名|签名|签字|落款|本名|人名"
    "|开户名|名称)"
)

LEFT: Final = (
    (
        Lazy(rf"(?:我|咱|名字?|{_KIN}|{_STAFF}|{_PERSON}|他|她|人|家|就|本|姓.)叫(?:做|个|啥来着|什么来着)?$"),
        10.0,
        "叫",
        "个做叫着",
    ),
    (Lazy(r"姓(?:.)叫$|复姓$|名叫$"), 10.0, "叫", "叫姓"),
    (Lazy(rf"{_LABEL}{_LINK}{{1,3}}$"), 10.0, "label", ":_|个为做写叫呢啊嗯填就成改是的着该"),
    (
        Lazy(rf"(?:^|[,。;!?\n(、_|]|我|的){_LABEL}[ \-_|]*$"),
        6.0,
        "label",
        " -_|主事人件任保修办勘卡名员头字待户手托报损接收救映有机权案款班理电益票租称系约络记诉请责账货赔车险驶",
    ),
    (
        Lazy(r"(?:自称(?:是|叫)?|本人(?:系|是|叫)|工号:?[A-Z]?\d{2,8}|发票开(?:给|成)?|被告|原告|证人|嫌疑人)$"),
        6.0,
        "label",
        "0123456789人叫告开成是称系给",
    ),
    (
        Lazy(rf"{_LABEL}$"),
        5.0,
        "label",
        "主事人件任保修办勘卡名员头字待户手托报损接收救映有机权案款班理电益票租称系约络记诉请责账货赔车险驶",
    ),
    (
        Lazy(rf"(?:(?:我|俺|咱|他|她)的?(?:{_KIN})|其[子女妻夫父母兄弟])$"),
        6.0,
        "kin",
        "亲人儿兄公友叔哥太夫女奶妇妈妹妻姐姑姨婆子宝弟母父爷爸生甥舅象",
    ),
    (
        Lazy(r"(?:保险|合同|发票|保单|行驶证|登记证|名字|订单|工单)上?面?(?:写|填|登记|落|留|签)的是?$"),
        8.0,
        "写的",
        "是的",
    ),
    (
        Lazy(rf"(?:{_KIN}|{_STAFF}|{_PERSON})(?:是|叫|:|名叫|就是|呢|啊)*$"),
        4.5,
        "role",
        ":东个主乡事亲人傅儿公务勤友叔叫台司后员呢哥售啊士太夫女奶妇妈妹妻姐姑姨婆子学安官宝客导居属工师店弟徒户方是服机板检母游父爷爸理生甥的监管练者舅表警象长问",
    ),
    (
        Lazy(r"(?:接待|服务|帮|给)(?:我们?|俺)(?:办|修|弄|装|换|推荐|介绍|处理|登记)?的(?:人|那位)?(?:就)?是$"),
        7.5,
        "的是",
        "是",
    ),
    (
        Lazy(r"(?:签字|签名|接待我?|办理|负责|经办|开车|查勘|修车|来|登记|接电话|联系我)的(?:人)?(?:就)?是$"),
        5.5,
        "的是",
        "是",
    ),
    (Lazy(r"(?:我|俺)(?:就|才)?[是系](?:车主|客户|那个)?$"), 4.0, "我是", "个主户是系"),
    (Lazy(r"(?:^|[,。;!?\n]|喂|你好|您好|嗯|那个|啊)叫$"), 8.0, "叫", "叫"),
    (Lazy(r"(?:[的个位人]|姑娘|小伙子?|师傅|男生|女生|小哥)叫$"), 8.0, "叫", "叫"),
    (Lazy(r"(?:^|[,。;!?\n])叫我$"), 8.0, "叫我", "我"),
    (Lazy(r"叫$"), 3.5, "叫", "叫"),
    (Lazy(r"(?:写|打|录|登记|读|念|印|输)(?:错)?(?:成|作)了?$"), 5.0, "写成", "了作成"),
    (
        Lazy(
            r"(?:(?:是|成|错)(?:了|为)?|不是|这是|那是|写|写成|抬头|代办|代|转告|告诉|通知|转给|发给|(?:打|退|赔"
            r"|转|发|过户)给了?)$"
        ),
        2.5,
        "是",
        "为了代写办告头成是知给诉错",
    ),
    (
        Lazy(
            r"(?:把|将|找|让|跟|和|与|及|给|由|请|帮|向|被|对|替|问|查|找一下|感谢|表扬|投诉|举报|联系|还有|乘"
            r"|工单里的|接待我的)$"
        ),
        2.0,
        "preposition",
        "下与乘及向和对将帮扬找把报替有查由的系给被让诉请谢跟问",
    ),
    (Lazy(r"(?:(?:帮我|帮忙|给我)转接?|转接|幸亏|多亏了?|辛苦了?|请问)$"), 4.0, "asked for", "了亏接苦转问"),
    (
        Lazy(r"(?:已经?|再|又|就|重新|马上|现在|不要|别)?(?:安排|通知|指派|分配给|派|交由|转交)了?$|(?:^|[,。;已])经$"),
        2.5,
        "sent",
        "了交排派由知经给",
    ),
    (Lazy(r"(?:^|[,。;!?\n:(])(?:嗯|喂|你好|您好|那个|呃|啊|哎)*我$"), 3.0, "我", "我"),
    (
        Lazy(r"(?:^|[,。;!?\n:(—]|--)(?:嗯|喂|你好|您好|那个|呃|啊|哎)*$"),
        1.5,
        "start",
        "\n!(,-:;?—。个呃哎啊喂嗯好",
    ),
    (Lazy(r"[的我、/]$"), 1.0, "的", "/、我的"),
)
"""What stands right before a name, strongest first: pattern, weight, name, and the characters it can end in."""

_TITLE: Final = (
    "先生|女士|小姐|同志|师傅|经理|主任|主管|老师|工程师|总监|医生|大夫|警官|店长|站长|队长|顾问|专员|大哥|大姐"
    "|阿姨|叔叔|律师|教练|技师|本人|司机"
)
_ABOUT: Final = (
    "电话|手机|号码|联系|身份证|证件|证号|车牌|护照|微信|邮箱|卡号?(?!在|住|顿)|账号|生日|银行|建行|工行|农行"
    "|中行|招行|交行|工商|建设|农业|招商|保单|驾照|地址|车辆|固定电话|座机"
)
RIGHT: Final = (
    (Lazy(r"(?:这个名字|这名字|这2个字)"), 13.0, "这个名字", "这"),
    (Lazy(r"(?:[2-4]个字|这个人)"), 4.0, "这个名字", "234这"),
    (Lazy(r"[,、:;/(\- ]{1,3}(?:\+?(?:\d[ -]?){7})"), 9.0, "number behind", " (,-/:;、"),
    (
        Lazy(rf"(?:{_TITLE}|姑娘|小伙子?|小哥|妹子|工(?=[,。]|$)|总(?=[,。]|$))"),
        8.0,
        "title",
        "专主先医叔司同大女妹姑小工师店律总技教本站经老警队阿顾",
    ),
    (Lazy(r"的?名下|的(?:家属|爱人|老公|老婆|丈夫|妻子|儿子|女儿|父亲|母亲)"), 7.0, "名下", "名的"),
    (
        Lazy(r"的(?:小?伙子?|男生|女生|小?姑娘|小哥|大[哥姐]|员工|同事|师傅|客服|销售|技师|顾问)"),
        6.0,
        "的小伙子",
        "的",
    ),
    (
        Lazy(
            r"(?:预约|报名|下单|提车|取车|送修|咨询|询问|申请|表扬|认为|建议|要退|要换|没有?接|没有?回|不接|不回|不肯|不给|不承认"
            r"|休假|离职|值班|不在|帮忙|经办|复核|签的|经手|收(?:了|的|现金)|骂|欠|推脱|推说)"
        ),
        4.0,
        "verb behind",
        "下不休值取咨复帮建报推提收欠没申离签经表要认询送预骂",
    ),
    (Lazy(r"[您你]好"), 5.5, "您好", "你您"),
    (Lazy(r"说(?![明服法话辞不])"), 6.5, "says", "说"),
    (
        Lazy(r"(?:给我(?:回|打|个说|1个)|[接听]电话|回(?:个|1个|我)|收(?=[,。;!?)\n]|$))"),
        5.0,
        "verb behind",
        "听回接收给",
    ),
    (Lazy(r"[,、:;/(\- ]{1,3}(?:\+?\d{3}|[A-Z]\d{4})"), 5.0, "number behind", " (,-/:;、"),
    (Lazy(rf"[,、:;/(\- ]{{1,3}}(?:{_ABOUT}|男|女|[{PROVINCES}]-?[A-Z])"), 4.5, "details behind", " (,-/:;、"),
    (
        Lazy(rf"(?:[他她]的?)?(?:{_ABOUT}|\d{{4}})"),
        3.5,
        "details behind",
        "0123456789中交他保农卡号固地她工座建微手护招生电联证账身车邮银驾",
    ),
    (Lazy(r"已故|去世|已经?(?:离职|退休|去世)"), 6.0, "verb behind", "去已"),
    (
        Lazy(r"在吗|在不在|在不?在店|[你您](?:们)?认识|\((?:车主|司机|客户|本人|代|先生|女士|男|女|乘客|家属)"),
        6.0,
        "asked for",
        "(你在您",
    ),
    (
        Lazy(r"服务(?:很|非常|特别|真|太|态度|热情)|真的|点赞|(?:陪同|全程|确认|上门)"),
        3.0,
        "praise",
        "上全服点真确陪",
    ),
    (Lazy(r"(?:的名字|是人名|是真名|的真名)"), 5.0, "名下", "是的"),
    (
        Lazy(
            r"(?:收(?![到取费款回])|签收|签(?=[,。的]|$)|来电|反映|反馈|投诉|要求|称|表示|承诺|答应|负责|的?态度"
            r"|让我|给我|跟我|帮我|对我|挂我|私自|打来|打电话|准确"
            r"|自称|姓|告诉|沟通|协商|联系|不承认|接待|接的|开的|开车|开我|上周|上个?[月周]|昨天|今天|前天|上次|刚才|刚刚|亲自|亲口|一直|已经|已(?=过户|签|到|经)|又|还没|是不是|女$|男$|藏族"
            r"|蒙古族|回族"
            r"|维吾尔族|拍|写错|写成|打错|打成)"
        ),
        2.5,
        "verb behind",
        "一上不亲今写准刚前协又反告回女姓对已帮开态打承投拍挂接收昨是来沟男的私称答签给维联自蒙藏表要让负跟还",
    ),
    (
        Lazy(
            r"都?(?:真的?|特别|很|挺|非常|太|最)(?:专业|热情|耐心|有耐心|细心|客气|负责|敬业|认真|好说话|凶|会说|亲切"
            r"|友好|靠谱)"
        ),
        3.5,
        "praise",
        "太很挺最特真都非",
    ),
    (Lazy(r"的(?:保单|理赔|赔|车|账|订单|工单|手机|信息|资料|材料|卡|证|行|电池|登记)"), 2.0, "的", "的"),
    (Lazy(r"[,。;、!?)\n:/_|]|$|和|跟|与"), 1.5, "end", "\n!),/:;?_|、。与和跟"),
    (Lazy(r"[他她](?!们|人)|[两23]位"), 2.0, "他", "23两他她"),
    (Lazy(r"[的啊吧呢吗嗯呀也]|在|还"), 0.5, "particle", "也吗吧呀呢啊嗯在的还"),
)
"""What stands right behind a name, strongest first: as above, with the characters it can begin with."""

LONGEST_LEFT: Final = 14
LONGEST_RIGHT: Final = 10
MOST: Final = 16.0
"""Left and right weight together; a candidate that lacks more than this is no name."""


_Weight = tuple[float, str]
_NOTHING: Final[_Weight] = (0.0, "")


_Cue = tuple[Lazy, float, str, str]


def by_edge(cues: tuple[_Cue, ...]) -> dict[str, tuple[_Cue, ...]]:
    """The cues by the character they touch the name with, in order: most places have none to try."""
    known: dict[tuple[_Cue, ...], tuple[_Cue, ...]] = {}  # most characters touch the same cues as others do
    found: dict[str, tuple[_Cue, ...]] = {}
    for character in dict.fromkeys("".join(cue[3] for cue in cues)):
        touching = tuple(cue for cue in cues if character in cue[3])
        found[character] = known.setdefault(touching, touching)
    return found


_LEFT_BY_END: Final = by_edge(LEFT)
_RIGHT_BY_BEGIN: Final = by_edge(RIGHT)


@cache
def _at_start() -> _Weight:
    """Weight and name of the strongest cue where a text begins."""
    return next((weight, name) for pattern, weight, name, _ in LEFT if pattern.search(""))


@cache
def _at_end() -> _Weight:
    return next((weight, name) for pattern, weight, name, _ in RIGHT if pattern.match(""))


def before(text: str) -> tuple[float, str]:
    """Weight and name of the strongest cue right at the end of this text."""
    if not text:
        return _at_start()
    for pattern, weight, name, _ in _LEFT_BY_END.get(text[-1], ()):
        if pattern.search(text):
            return weight, name
    return _NOTHING


def behind(text: str) -> tuple[float, str]:
    """Weight and name of the strongest cue right at the beginning of this text."""
    if not text:
        return _at_end()
    for pattern, weight, name, _ in _RIGHT_BY_BEGIN.get(text[0], ()):
        if pattern.match(text):
            return weight, name
    return _NOTHING


class Surroundings:
    """Weights of what stands around places of one text. Each place is looked at once, however many names it may end.

    Args:
        text: without spaces.
        shape: the same with spoken digits as figures, place by place.
    """

    def __init__(self, text: str, shape: str) -> None:
        self._text, self._shape = text, shape
        self._left: dict[int, _Weight] = {}
        self._right: dict[int, _Weight] = {}
        self._fronts: dict[int, Front] = {}
        self._backs: dict[int, Back] = {}

    def weigh(self, start: int, end: int) -> tuple[float, float, tuple[str, ...]]:
        """Weight of what stands before and behind [start, end), and the evidence's names."""
        left = self._left.get(start)
        if left is None:
            left = self._left[start] = before(self._text[max(0, start - LONGEST_LEFT) : start])
        right = self._right.get(end)
        if right is None:
            right = self._right[end] = behind(self._shape[end : end + LONGEST_RIGHT])
        return left[0], right[0], tuple(name for name in (left[1], right[1]) if name)

    def classes(self, start: int, end: int) -> tuple[Front, Back]:
        """What class of words stands before and behind [start, end)."""
        front = self._fronts.get(start)
        if front is None:
            front = self._fronts[start] = slots.front(self._text, start)
        back = self._backs.get(end)
        if back is None:
            back = self._backs[end] = slots.back(self._text, end)
        return front, back
