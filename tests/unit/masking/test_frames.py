"""People whose names are ordinary words, and addresses in less usual shapes: found where only they can stand."""

import pytest

from agent.feedback.transcript import TypedText
from agent.masking.masker import Masker

MASKER = Masker(b"frame tests' own key")

PEOPLE = [
    ("让向阳给我回个电话", "让[NAME]给我回个电话"),
    ("麻烦联系一下祁连山，让他来取车", "麻烦联系一下[NAME]，让他来取车"),
    ("合同是跟江南签的", "合同是跟[NAME]签的"),
    ("车借给万里了", "车借给[NAME]了"),
    ("尊敬的夏天女士，您的车修好了", "尊敬的[NAME]女士，您的车修好了"),
    ("江南您好，您的车修好了", "[NAME]您好，您的车修好了"),
    ("投保人：冉冉，电话晚点给", "投保人：[NAME]，电话晚点给"),
    ("在场的有周文彬、乐山", "在场的有[NAME]、[NAME]"),
    ("我找一下水清水师傅", "我找一下[NAME]水师傅"),
    ("我爱人江南", "我爱人[NAME]"),
    ("电话那头自称万里", "电话那头自称[NAME]"),
    ("经黄河确认，费用减免", "经[NAME]确认，费用减免"),
    ("车辆登记在方圆名下", "车辆登记在[NAME]名下"),
    ("请问毕胜在吗", "请问[NAME]在吗"),
    ("维修工：高原；质检：李强", "维修工：[NAME]；质检：[NAME]"),
    ("连心是我女儿", "[NAME]是我女儿"),
    ("账号被商周改了密码", "账号被[NAME]改了密码"),
    ("联系人（盛世）电话无人接听", "联系人（[NAME]）电话无人接听"),
    ("他师傅叫黎明的小伙子不错", "他师傅叫[NAME]的小伙子不错"),
]
NOBODY = [
    "麻烦明天给我回个电话",
    "让平安给我回个电话",
    "由公司负责处理",
    "请白班接一下",
    "让代理给我办理",
    "跟苏州签的合同",
    "联系平台处理",
    "经确认，属于人为损坏",
    "多亏安全带救命",
    "我儿子高三，接送用",
    "充值成功了，到账慢",
    "江南一带路面结冰",
    "向阳一面有点晒",
]
ADDRESSES = [
    ("住在祥和里5号", "住在[ADDRESS]"),
    ("请到幸福路甲12号取件", "请到[ADDRESS]取件"),
    ("家在农场七队3排6号，导航搜不到", "家在[ADDRESS]，导航搜不到"),
    ("住学府花园南区8#2-301", "住[ADDRESS]"),
    ("我家在羊房胡同二十三号车进不来", "我家在[ADDRESS]车进不来"),
    ("装在名都公寓二座地下车库", "装在[ADDRESS]地下车库"),
    ("我家大王村二队十五号", "我家[ADDRESS]"),
    ("深南大道6013号中国有色大厦18楼", "[ADDRESS]"),
    ("云峰苑2-3-501", "[ADDRESS]"),
    ("我现在在东关街道北关村17号", "我现在在[ADDRESS]"),
    ("我住石油小区二十五幢六杠二", "我住[ADDRESS]"),
    ("住址 亭林镇南亭公路5859号", "住址 [ADDRESS]"),
    ("住在知青大院7排4号", "住在[ADDRESS]"),
    ("我家住红光村九社进村第二家", "我家住[ADDRESS]进村第二家"),
    ("送回凤凰城三期15座2803房", "送回[ADDRESS]"),
]
PLACES = [
    "沪宁高速公路5号出口",
    "送到停车场3排4号车位",
    "红光村九社的充电站",
    "这里5号充电桩坏了",
    "花园路5号桩没电",
    "8#枪坏了",
    "3#-2桩没电",
    "广场3栋旁边没有停车位",
    "家里2号充电桩跳闸",
]


def masked(text):
    return MASKER.mask(TypedText(text)).text


@pytest.mark.parametrize(("text", "expected"), [*PEOPLE, *ADDRESSES])
def test_a_person_or_an_address_is_found_where_only_they_can_stand(text, expected):
    assert masked(text) == expected


@pytest.mark.parametrize("text", [*NOBODY, *PLACES])
def test_the_same_words_and_public_places_stay_where_nobody_is_meant(text):
    assert masked(text) == text
