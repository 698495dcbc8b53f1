"""A person's place is known by what stands before and behind it together, whatever the name is."""

import pytest

from agent.feedback.transcript import TypedText
from agent.masking.masker import Masker
from agent.masking.names import context, slots
from agent.masking.names.slot_words import Back, Front
from agent.masking.reading import Reading
from tests.corpora.masking.corpus import APART_DEVELOPMENT, DEVELOPMENT, LOOKED_AT, read

MASKER = Masker(b"slot tests' own key")

PEOPLE = [
    ("白雪的手机号换了", "[NAME]的手机号换了"),
    ("高峰把我的车刮了", "[NAME]把我的车刮了"),
    ("黎明昨天才把单子给我", "[NAME]昨天才把单子给我"),
    ("客户江山反映方向盘重", "客户[NAME]反映方向盘重"),
    ("师傅万里手艺好", "师傅[NAME]手艺好"),
    ("车是黎明的", "车是[NAME]的"),
    ("感谢高峰的耐心", "感谢[NAME]的耐心"),
    ("我在江山手里买的二手车", "我在[NAME]手里买的二手车"),
    ("找一下铁军师傅", "找一下[NAME]师傅"),
    ("顾问晨曦女士态度好", "顾问[NAME]女士态度好"),
    ("我姓季 季节", "我姓季 [NAME]"),
    ("就叫古丽娜尔没有姓", "就叫[NAME]没有姓"),
    ("姓名亓官文博", "姓名[NAME]"),
    ("把于洋于海名字都写上去 我们两个共有", "把[NAME][NAME]名字都写上去 我们两个共有"),
    ("寄存人方圆已取", "寄存人[NAME]已取"),
    ("刚江山在群里骂人", "刚[NAME]在群里骂人"),
    ("车主水生 充电停了", "车主[NAME] 充电停了"),
    ("owner is Emma Lindqvist", "owner is [NAME]"),
]
NOBODY = [
    "高峰的时候排队",
    "客户曾经来过",
    "师傅马上过来",
    "老板经常不在",
    "海洋的颜色好看",
    "黎明的时候充的电",
    "白天来的人少",
    "牛年买的车",
    "汉、唐、宋三款都试过",
    "徐汇又太贵",
    "安静的车间",
    "明明写着免费",
    "此致敬礼",
    "高级的手机支架",
    "叫人来修",
    "小区的物业费该交了",
    "发票抬头开错了",
]
ADDRESSES = [
    ("车停在建设大道和新华路交叉口西南角汇通大厦楼上1706", "车停在[ADDRESS]"),
    ("送到民主路与文昌巷路口邮局楼上5楼503房间", "送到[ADDRESS]"),
    ("绿洲康城二期18-3-902的桩坏了", "[ADDRESS]的桩坏了"),
    ("静安区长安西路356弄老式里弄22号后门二楼亭子间", "[ADDRESS]"),
    ("洗车铺在解放南路农贸市场对面268号门面", "洗车铺在[ADDRESS]"),
    ("我在洱源县茈碧湖镇丰源村委会永兴组", "我在[ADDRESS]"),
    ("寄到锦绣华府三期十二栋二十六零一", "寄到[ADDRESS]"),
    ("前进大街九九零号万科公馆A座两千一百零六", "[ADDRESS]"),
    ("我家在崇川区呃那个青年东路一百号新景苑六栋", "我家在[ADDRESS]"),
    ("马小虎 南岗区哈西大街901号3单元204", "[NAME] [ADDRESS]"),
    ("寄到仙霞西路8800弄Tower 3 Room 2105", "寄到[ADDRESS]"),
]
PLACES = [
    "中山路和光明街路口的充电站二楼",
    "人民路跟体育场路交叉口堵车",
    "前进大街路口的加油站对面",
    "国贸中心地下二层的桩",
]


def masked(text):
    return MASKER.mask(TypedText(text)).text


@pytest.mark.parametrize(("text", "expected"), [*PEOPLE, *ADDRESSES])
def test_somebody_is_found(text, expected):
    assert masked(text) == expected


@pytest.mark.parametrize("text", [*NOBODY, *PLACES])
def test_nobody_is_left_alone(text):
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "front", "back"),
    [
        ("师傅_说明天来", Front.ROLE, Back.SAYS),
        ("昨天_才把报告给我", Front.START, Back.ACTS),
        ("联系人:_,13800138000", Front.CALLED, Back.OWNS),
        ("谢谢_的手机壳", Front.TO, Back.OWNS),
        ("_说明书丢了", Front.START, Back.NOTHING),
    ],
)
def test_both_sides_have_a_class(text, front, back):
    place = text.index("_")
    assert slots.front(text, place) == front
    assert slots.back(text, place + 1) == back


def test_what_behind_says_more_never_weighs_less_than_nothing():
    for front in Front:
        weights = [slots.both(front, back) for back in Back]
        assert min(weights) == weights[Back.NOTHING]
        assert max(weights) == weights[Back.TITLE]


def test_cues_are_found_by_the_character_they_touch_the_name_with_as_if_each_were_tried():
    for path in (DEVELOPMENT, APART_DEVELOPMENT, LOOKED_AT):
        for sentence in read(path):
            text = Reading(sentence.text).shape.replace(" ", "")
            for place in range(len(text) + 1):
                left, right = text[max(0, place - context.LONGEST_LEFT) : place], text[place:][: context.LONGEST_RIGHT]
                assert context.before(left) == tried(context.LEFT, left, "search")
                assert context.behind(right) == tried(context.RIGHT, right, "match")


def tried(cues, text, how):
    return next(((weight, name) for pattern, weight, name, _ in cues if getattr(pattern, how)(text)), (0.0, ""))
