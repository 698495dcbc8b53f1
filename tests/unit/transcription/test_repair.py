"""Misheard words of the trade are mended by sound; everything else stays as it was heard."""

import subprocess
import sys

import pytest

from agent.feedback.transcript import Transcript, TypedText, Word
from agent.masking.masker import Masker
from agent.transcription.lexicon import TOPICS
from agent.transcription.repair import find_repairs, repair, repaired_text, signs_of_the_trade
from agent.transcription.repairs import Repair, Repaired, RepairPair, keepable_pairs


def _transcript(text, words=(), language="zh"):
    return Transcript(text, tuple(words), "whisper", "whisper-base", language, 2.0, 0.8)


def _mended(transcript):
    return repair(transcript).transcript


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("今天杀车有点意想", "今天刹车有点异响"),
        ("沙车踩下去很软", "刹车踩下去很软"),
        ("刹车的时候一响", "刹车的时候异响"),
        ("快充装坏了", "快充桩坏了"),
        ("扫码以后复不了款", "扫码以后付不了款"),
        ("请紧快给我处理", "请尽快给我处理"),
        ("李培进度太慢了", "理赔进度太慢了"),
        ("查看元两个小时还没到现场", "查勘员两个小时还没到现场"),
        ("许保的时候保费涨价了", "续保的时候保费涨价了"),
        ("以表盘上亮了故帐灯", "仪表盘上亮了故障灯"),
        ("变速箱换党顿错很明显", "变速箱换挡顿挫很明显"),
        ("道路就原等了三个小时", "道路救援等了三个小时"),
        ("车机系统升几之后经常死击", "车机系统升级之后经常死机"),
        ("自动搏车撞到了墙", "自动泊车撞到了墙"),
        ("而同安全座椅松了", "儿童安全座椅松了"),
        ("空调出风口有意味", "空调出风口有异味"),
        ("充电机口断了", "充电接口断了"),
        ("过减速带地盘有响声", "过减速带底盘有响声"),
        ("行车记录移老师报警", "行车记录仪老是报警"),
        ("钢体车就有意响", "刚提车就有异响"),
        ("充电枪插不紧，功绿上不去", "充电枪插不紧，功率上不去"),
        ("查勘原没来，电话也大不通", "查勘员没来，电话也打不通"),
    ],
)
def test_misheard_term_becomes_the_term_that_sounds_like_it(heard, said):
    assert repaired_text(heard) == said


@pytest.mark.parametrize(
    "heard",
    [
        "电话一响我就接了",
        "我想一想再告诉你",
        "我想一想刹车的事",
        "公司的管理培训安排在下周",
        "他一直在沙发上看电视",
        "这家理发店的沙拉很好吃",
        "司机说刹车没有问题",
        "我租车的时候刹车就不好",
        "邮箱里没有收到发票和保单",
        "客户有意向续保",
        "这个案件理赔了",
        "充电宝落在车里了",
        "充电器坏了，充电桩没坏",
        "我们店的充电桩",
        "还说理赔材料不齐",
        "他卡是不是丢了，充电卡",
        "甚至出现交易几乎停滞的情况",
        "我想问我在滨海新区有房",
        "",
        "，。",
        "brake noise",
        "李培写了一本关于茶的书",
        "雨刷有噪音",
        "刹车片磨得厉害",
        "老婆坐了刹车就晕车",
        "能检测一下电池包吗",
        "这个插座的供电时间太短，充电桩没有这个问题",
        "服务态度我特别满意，理赔很快",
        "怎么有异响，刹车刚修过",
        "还是想要退保，保费太贵",
        "我一直想换电瓶",
        "出现了两次报警，胎压正常",
        "出现一次故障灯，后来就没了",
        "高速上堵了两个小时，车没电了，充电桩也没有",
        "车在店里冻了三天，电瓶没电了",
        "车停了半个月，电瓶亏电",
        "开过两万公里，刹车片没换",
        "里面装的桩是直流桩",
        "这个装修的充电站不错",
        "老师跟我说充电要慢充",
        "他们给我换了机油",
        "向前、向后都试了，自动泊车还是不行",
        "换个大灯四万二，保险还不给报",
        "电量不低，续航还行",
        "充电价格不低",
        "长假期间充电排队",
        "作为车主我希望尽快召回",
        "前台小姑娘太忙，保养排队",
        "每次都输入密码，充电桩才启动",
        "哪吒的售后门店都关了",
    ],
)
def test_plausible_words_stay_as_they_were_heard(heard):
    assert repaired_text(heard) == heard


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_term_that_was_heard_right_is_left_alone(topic):
    assert [term for term in sorted(TOPICS[topic]) if find_repairs(f"请问{term}的问题")] == []


@pytest.mark.parametrize(
    "heard",
    [
        "刹车不好，电话一三九零零一三八七二六",
        "理赔，电话13900138726",
        "充电桩，手机要三九零零要三八七二六",
        "保单号是三五八一一二八四四",
        "车牌京A一二三四五刹车",
        "花了三千八百块保养",
    ],
)
def test_numbers_are_the_maskers(heard):
    assert repaired_text(heard) == heard


@pytest.mark.parametrize(
    "heard",
    [
        "我叫李沛，刹车不好",
        "我姓严，叫严仲，要理赔",
        "蒋一凡的理赔款没到",
        "我爱人叫姚思远，充电桩坏了",
        "我住在一祥路八号，刹车坏了",
        "名字是完颜宗泽，要续保",
        "投诉查勘员潘志伟拍了两张照片就走了",
        "我这车苏A酒九三起五",
    ],
)
def test_names_and_addresses_are_the_maskers(heard):
    assert repaired_text(heard) == heard


def test_sentence_without_a_sign_of_the_trade_needs_better_evidence():
    assert repaired_text("门外有人一响") == "门外有人一响"
    assert repaired_text("底盘有人一响") == "底盘有人异响"


@pytest.mark.parametrize(
    ("heard", "signs"),
    [
        ("杀车有意想", {"刹车"}),
        ("充电桩坏了，定损也慢", {"充电桩", "充电桩坏了", "定损"}),
        ("今天天气很好，空调也不用开", set()),
        ("老师让我们背诵课文", set()),
    ],
)
def test_signs_of_the_trade_are_found_in_what_was_misheard(heard, signs):
    assert signs_of_the_trade(heard) >= signs
    assert bool(signs_of_the_trade(heard)) == bool(signs)


def test_repair_says_what_was_heard_what_was_written_and_at_what_cost():
    (mended,) = find_repairs("请检查杀车")
    assert (mended.start, mended.end, mended.heard, mended.written) == (3, 5, "杀车", "刹车")
    assert mended.cost == pytest.approx(0.7)
    assert "杀车" not in repr(mended)
    assert isinstance(mended, Repair)


def test_words_keep_their_times_and_follow_the_text():
    words = (Word("今天", 0.0, 0.4, 0.9), Word("杀", 0.4, 0.6, 0.5), Word("车有点", 0.6, 1.0), Word("意想.", 1.0, 1.4))
    mended = _mended(_transcript("今天杀车有点意想.", words))
    assert mended.text == "今天刹车有点异响。"
    assert [w.text for w in mended.words] == ["今天", "刹", "车有点", "异响。"]
    assert [(w.start_s, w.end_s, w.confidence) for w in mended.words] == [
        (w.start_s, w.end_s, w.confidence) for w in words
    ]


def test_words_follow_a_text_with_spaces():
    mended = _mended(_transcript("杀车 有点 意想", [Word("杀车", 0, 1), Word("有点", 1, 2), Word("意想", 2, 3)]))
    assert mended.text.startswith("刹车 ")
    assert mended.words[0].text == "刹车"


def test_words_that_do_not_spell_the_text_stay():
    words = (Word("甲", 0.0, 0.4),)
    assert _mended(_transcript("杀车坏了", words)).words == words


def test_everything_but_text_and_words_is_kept():
    mended = _mended(_transcript("杀车坏了"))
    assert (mended.engine, mended.model, mended.language, mended.audio_s, mended.confidence) == (
        "whisper",
        "whisper-base",
        "zh",
        2.0,
        0.8,
    )


def test_another_language_passes_unchanged():
    korean = _transcript("차에서 이상한 소리가 나고, 있습니다.", language="ko")
    assert repair(korean) == Repaired(korean, ())


@pytest.mark.parametrize(
    ("heard", "shown"),
    [
        ("充電裝顯示離線,掃碼沒有反應", "充电桩显示离线，扫码没有反应"),
        ("車門解鎖沒反應", "车门解锁没反应"),
        ("保险理赔,好吗?", "保险理赔，好吗？"),
        ("充到80%,就停了.", "充到80%，就停了。"),
        ("胎压2.3,偏低", "胎压2.3，偏低"),
        ("the end. ok, go", "the end. ok, go"),
        ("十二点:三十", "十二点：三十"),
    ],
)
def test_script_is_simplified_with_full_width_punctuation(heard, shown):
    mended = _mended(_transcript(heard)).text
    assert mended == shown
    assert len(mended) == len(heard)


def test_repairing_twice_changes_nothing_more():
    once = repaired_text("今天杀车有点意想,请紧快给我处理")
    assert repaired_text(once) == once


def test_masking_does_not_load_the_tables():
    code = (
        "import sys, agent.masking.masker, agent.commands.mask\n"
        "print(sum(name.startswith('agent.transcription') for name in sys.modules))"
    )
    listed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert listed.stdout.strip() == "0"


def test_a_repaired_transcript_comes_with_its_repairs():
    repaired = repair(_transcript("充電裝,杀车也不好"))
    assert repaired.transcript.text == "充电桩，刹车也不好"
    assert [(r.start, r.end, r.heard, r.written) for r in repaired.repairs] == [
        (0, 3, "充电装", "充电桩"),
        (4, 6, "杀车", "刹车"),
    ]
    assert "杀车" not in repr(repaired)


SITE = ("星河湾店", "云岭六座版")


def test_words_of_the_site_are_mended_to_and_are_signs_of_the_trade():
    assert repaired_text("新河弯店的人不理我", SITE) == "星河湾店的人不理我"
    assert repaired_text("我买的是云领六坐版", SITE) == "我买的是云岭六座版"
    assert repaired_text("新河弯店的人不理我") == "新河弯店的人不理我"


def _pairs(heard):
    masker = Masker(b"a key for tests, 32 bytes long..")
    repaired = repair(_transcript(heard))
    return list(
        keepable_pairs(
            repaired.repairs, masker.mask(TypedText(heard)), masker.mask(TypedText(repaired.transcript.text))
        )
    )


def test_a_repair_may_be_kept_as_a_pair_of_words():
    assert _pairs("杀车坏了，电话13900138726") == [RepairPair("杀车", "刹车", pytest.approx(0.7))]


@pytest.mark.parametrize("heard", ["李培进度太慢了", "许保的时候保费涨价了"])
def test_a_repair_of_what_may_be_a_name_is_not_kept(heard):
    assert repair(_transcript(heard)).repairs
    assert _pairs(heard) == []


def test_a_repair_inside_something_masked_is_not_kept():
    text = "杀车坏了"
    masker = Masker(b"a key for tests, 32 bytes long..")
    number = masker.mask(TypedText("13900138726"))
    (span,) = number.spans
    assert span.start == 0
    repairs = repair(_transcript(text)).repairs
    assert list(keepable_pairs(repairs, number, masker.mask(TypedText(text)))) == []
    assert list(keepable_pairs(repairs, masker.mask(TypedText(text)), number)) == []
