"""Where only a name can stand, a word is a name (方向, 安全); names of other tongues are known by their characters."""

import pytest

from agent.feedback.transcript import TypedText
from agent.masking.masker import Masker
from agent.masking.names import certain, transliteration

MASKER = Masker(b"certain tests' own key")

PEOPLE = [
    ("我叫程序，车停在你们站里三天了", "我叫[NAME]，车停在你们站里三天了"),
    ("那个技师叫方向你们给他加个鸡腿", "那个技师叫[NAME]你们给他加个鸡腿"),
    ("来电人马力，称换电瓶后无法启动", "来电人[NAME]，称换电瓶后无法启动"),
    ("处理人(技术组-安全)回复说正常", "处理人(技术组-[NAME])回复说正常"),
    ("销售顾问方向服务很好", "销售顾问[NAME]服务很好"),
    ("时尚是我们车间的组长，手艺好", "[NAME]是我们车间的组长，手艺好"),
    ("白雪这个客户资料建重复了", "[NAME]这个客户资料建重复了"),
    ("以上情况属实。\n綦玉成\n2024年3月5日", "以上情况属实。\n[NAME]\n2024年3月5日"),
    ("望尽快处理，谢谢！\n高原", "望尽快处理，谢谢！\n[NAME]"),
    ("My name is 税永康，发票抬头个人就行", "My name is [NAME]，发票抬头个人就行"),
    ("卡在江山名下", "卡在[NAME]名下"),
    ("救援师傅包银山零下三十度来的", "救援师傅[NAME]零下三十度来的"),
    ("我叫沙马拉且，卡丢了", "我叫[NAME]，卡丢了"),
    ("客户达楞太来电反映桩坏了", "客户[NAME]来电反映桩坏了"),
    ("我 叫 热依汗 阿不都 充电 卡 丢 了", "我 叫 [NAME] 充电 卡 丢 了"),
    ("感谢更尕才旦大热天给我送电", "感谢[NAME]大热天给我送电"),
    ("我叫冼春梅，车停在站里", "我叫[NAME]，车停在站里"),
    ("户主图门来电", "户主[NAME]来电"),
    ("乙方：白云，身份证号见合同", "乙方：[NAME]，身份证号见合同"),
    ("工单创建人:占堆", "工单创建人:[NAME]"),
    ("Please ask 江南 to call me back", "Please ask [NAME] to call me back"),
    ("上次接待我的是江南，这次换人了", "上次接待我的是[NAME]，这次换人了"),
    ("收款人艾尔肯·阿不都，农行", "收款人[NAME]，农行"),
]
NOBODY = [
    *(
        "司机安全意识太差了",
        "联系人方式写错了",
        "师傅高兴得很",
        "技师方向盘都没装正就交车了",
        "客户满意度调查打了好几个电话",
    ),
    *("方向先打左再打右", "程序说不兼容，升级失败", "我叫代驾回去的", "我是司机，车停在站里", "车主高兴地把车开走了"),
    *("那个李店长说的话不算数", "我姓王，叫我王女士", "经理亲自给我打的电话", "查勘员迟到我能理解", "客户承诺过的"),
    *("小满那天去草原自驾", "和弗迪比谁便宜", "卓资山附近堵车", "布加迪和帕加尼谁快", "阿拉善那边没有桩"),
    *(
        "车主关系：",
        "联系人信息不对",
        "客户单价给我看一下",
        "用户权益，",
        "我叫客服来处理",
        "客户许可后再施工",
        "客服叫我安装新版本",
        "转给平台了",
        "户名：对公账户",
        "司机去年换的新车",
    ),
    *("乌鲁木齐的桩坏了", "司机乌鲁木齐的，口音重", "锡林郭勒没有充电站", "2024年3月5日"),
]


def masked(text):
    return MASKER.mask(TypedText(text)).text


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_a_name_is_masked_whole_where_only_a_name_can_stand(text, expected):
    assert masked(text) == expected


@pytest.mark.parametrize("text", NOBODY)
def test_the_same_words_stay_readable_in_ordinary_places(text):
    assert masked(text) == text


def test_what_a_place_is_certain_of_it_says_without_the_name():
    text = "我叫方向,电话"
    assert certain.weight(text, 2, 4) == (20.0, "called")
    assert certain.weight("我叫方向盘", 2, 4) == (0.0, "")


def test_a_run_is_never_cut_inside_a_usual_part():
    found = {"热依汗阿不都"[start:end] for start, end, _ in transliteration.runs("热依汗阿不都")}
    assert "热依汗阿不都" in found
    assert not found & {"热依汗阿不", "热依汗阿"}


def test_usual_characters_in_usual_order_cost_less():
    cost = {(start, end): cost for start, end, cost in transliteration.runs("阿木古楞")}
    odd = {(start, end): cost for start, end, cost in transliteration.runs("楞古阿木")}
    assert cost[0, 4] < odd[0, 4]
