"""What is told in Korean and English: tables of good, edge and wrong cases, the labelled sentences, growing numbers."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.feedback.transcript import TypedText
from agent.masking.masker import Masker
from agent.masking.reading import Reading
from agent.masking.recognizers.korean_phone import KoreanPhone
from tests.corpora.masking.corpus import FOLDER, marked_up, score
from tests.corpora.masking.make_corpus import is_held_back

MASKER = Masker(b"tongues")
KOREAN = dict(zip("0123456789", "공일이삼사오육칠팔구", strict=True))
ENGLISH = dict(
    zip("0123456789", ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], strict=True)
)
SENTENCES = list(marked_up((FOLDER / "tongues.txt").read_text(encoding="utf-8").splitlines()))


def masked(text):
    return MASKER.mask(TypedText(text)).text


def spans(text):
    return [(span.start, span.end, span.type) for span in MASKER.mask(TypedText(text)).spans]


KOREAN_CASES = [
    # good: 010 and eight digits, as syllables, figures, bracketed as the Vosk model prints some, mixed
    ("제 전화번호는 공일공 일이삼사 오육칠팔입니다", "제 전화번호는 [PHONE]입니다"),
    ("영일영 다시 이삼사오 다시 육칠팔구로 연락 주세요", "[PHONE]로 연락 주세요"),
    ("전화 [01] [0] [12] 삼 사 [56] 칠 팔 입니다", "전화 [PHONE] 입니다"),
    ("공하나공 둘삼넷오 여섯칠팔아홉", "[PHONE]"),
    ("010 일이삼사 5678", "[PHONE]"),
    ("+82 10-2345-6789", "[PHONE]"),
    ("구일공이일이 삼사오 칠팔", "[NUM]"),
    ("차량번호 십이 가 삼사오육", "차량번호 [PLATE]"),
    ("12가3456 차주입니다", "[PLATE] 차주입니다"),
    ("제 이름은 김민수입니다", "제 이름은 [NAME]입니다"),
    ("주민번호 구공공일공일 다시 일이삼사오육칠", "주민번호 [ID_CARD]"),
    ("이메일은 케이엠 골뱅이 지메일 점 컴입니다", "이메일은 [EMAIL]입니다"),
    # edges: hesitation, pauses printed as commas, an ending that begins with a digit syllable
    ("공일공에 음 일이삼사에 어 오육칠팔이에요", "[PHONE]이에요"),
    ("전화번호는 공일공, 일이삼사, 오육칠팔입니다", "전화번호는 [PHONE]입니다"),
    ("제 번호는 공일공 일이삼사 오육칠이 요", "제 번호는 [PHONE] 요"),
    ("제 이름은 김 민수 입니다", "제 이름은 [NAME] 입니다"),
    ("일이삼 하 사오육칠 차예요", "[PLATE] 차예요"),
    ("56오7890", "[PLATE]"),
    # as the Korean Vosk model heard a number: behind the cue what mostly sounds like digits is covered
    ("제 전화번호 는 검 위건 이 니산 [4] 억 육 [7] 발의 입니다", "제 전화번호 는 [PHONE] 입니다"),
    # wrong: hotlines, amounts, times, counting, words
    ("1588-1234에 전화했어요", "1588-1234에 전화했어요"),
    ("119에 신고했어요", "119에 신고했어요"),
    ("이천이십오년 삼월에 삼백팔십만원", "이천이십오년 삼월에 삼백팔십만원"),
    ("1500000원 들었어요", "1500000원 들었어요"),
    ("십이만 삼천 킬로 탔어요", "십이만 삼천 킬로 탔어요"),
    ("일 이 삼 사 오 육 칠 팔", "일 이 삼 사 오 육 칠 팔"),
    ("이름이 잘못 나왔어요", "이름이 잘못 나왔어요"),
]
ENGLISH_CASES = [
    ("one three eight double oh one three eight triple zero", "[PHONE]"),
    ("my number is zero one zero, one two three four, five six seven eight", "my number is [PHONE]"),
    ("call me at triple five one two three four five six seven", "call me at [PHONE]"),
    ("text me on one thirty-eight double oh one three eight triple oh", "text me on [PHONE]"),
    ("it is nine one oh two one two three four five", "it is [NUM]"),
    ("my name is John Smith", "my name is [NAME]"),
    ("hi i'm john smith i have a problem", "hi i'm [NAME] i have a problem"),
    ("my plate is A B C one two three", "my plate is [PLATE]"),
    ("my email is john dot smith at gmail dot com please reply", "my email is [EMAIL] please reply"),
    # edges: fillers, a repair, a digit printed as a word that sounds alike, words behind the number
    ("my number is zero one zero uh one two um three four five six seven eight thanks", "my number is [PHONE] thanks"),
    ("one three eight double oh no wait oh oh one three eight triple zero", "[PHONE]"),
    ("call five five five one to three four", "call [PHONE]"),
    ("License plate ABC-1234 is mine", "License plate [PLATE] is mine"),
    # wrong
    ("I drove one hundred twenty thousand kilometers", "I drove one hundred twenty thousand kilometers"),
    ("it cost three hundred eighty dollars", "it cost three hundred eighty dollars"),
    (
        "between nineteen ninety nine and twenty twenty five",
        "between nineteen ninety nine and twenty twenty five",
    ),
    ("one two three four five six seven eight", "one two three four five six seven eight"),
    ("error code one two three four five six seven", "error code one two three four five six seven"),
    ("my name is not shown", "my name is not shown"),
]


@pytest.mark.parametrize(("text", "expected"), KOREAN_CASES + ENGLISH_CASES)
def test_what_is_told_in_korean_or_english_is_masked_and_what_is_nobodys_is_left(text, expected):
    assert masked(text) == expected


@pytest.mark.parametrize("held_back", [False, True], ids=["tuned on", "held back"])
@pytest.mark.parametrize("hangul", [True, False], ids=["Korean", "English"])
def test_labelled_sentences_are_masked_and_ordinary_ones_left(hangul, held_back):
    sentences = [
        sentence
        for sentence in SENTENCES
        if is_held_back(sentence.text) is held_back and bool(re.search("[가-힣]", sentence.text)) is hangul
    ]
    tallies = score(sentences, spans)
    floor = 80 if held_back else 95
    assert tallies["spoken"].full_percent >= floor, tallies["spoken"].leaks
    assert tallies["written"].full_percent >= floor, tallies["written"].leaks
    assert tallies["negative"].hit_percent <= (8 if held_back else 2)


@given(st.text("0123456789", min_size=8, max_size=8), st.sampled_from(["", " ", " 음 ", "에 ", " 다시 "]))
@settings(max_examples=150, deadline=None)
def test_no_korean_mobile_number_is_left_whatever_stands_between_its_parts(digits, between):
    parts = ("010", digits[:4], digits[4:])
    told = between.join("".join(KOREAN[digit] for digit in part) for part in parts)
    assert masked(f"제 전화번호는 {told} 입니다") == "제 전화번호는 [PHONE] 입니다"


@given(st.text("0123456789", min_size=7, max_size=12), st.sampled_from([" ", ", ", " uh ", "-"]))
@settings(max_examples=150, deadline=None)
def test_no_number_told_in_english_behind_a_phone_word_is_left(digits, between):
    told = between.join(ENGLISH[digit] for digit in digits)
    shown = masked(f"call me on {told} please")
    assert not set(re.findall("[a-z]+", shown)) & set(ENGLISH.values())


@given(st.text("0123456789", min_size=8, max_size=8), st.sampled_from(["", " "]))
@settings(max_examples=60, deadline=None)
def test_no_digit_of_a_growing_korean_number_is_ever_shown(digits, joint):
    partials = MASKER.partials()
    told = [KOREAN[digit] for digit in "010" + digits]
    for count in range(1, len(told) + 1):
        shown = partials.cover("제 전화번호는 " + joint.join(told[:count]))
        assert not set(shown.removeprefix("제 전화번호는")) & set(KOREAN.values())


@given(st.text("0123456789", min_size=7, max_size=11))
@settings(max_examples=60, deadline=None)
def test_no_digit_of_a_growing_english_number_is_ever_shown_not_even_half_a_word(digits):
    partials = MASKER.partials()
    told = " ".join(ENGLISH[digit] for digit in digits)
    for count in range(1, len(told) + 1):
        shown = partials.cover("my number is " + told[:count]).removeprefix("my number is ")
        assert not re.search("[a-z]", shown)


@given(
    st.lists(
        st.sampled_from(
            [
                "공",
                "일",
                "이",
                "삼",
                "다시",
                "음",
                "전화",
                "번호",
                "제",
                "이름은",
                "김",
                "double",
                "one",
                "oh",
                "seven",
                "my",
                "number",
                "is",
            ]
        ),
        max_size=14,
    )
)
@settings(max_examples=150, deadline=None)
def test_what_was_covered_stays_covered_while_the_text_grows(parts):
    partials, before = MASKER.partials(), set()
    for count in range(len(parts)):
        partials.cover(" ".join(parts[: count + 1]))
        covered = {place for start, end in partials.places for place in range(start, end)}
        assert before <= covered
        before = covered


@pytest.mark.parametrize(
    ("partial", "shown"),
    [
        ("제 이름은 김", "제 이름은 […]"),
        ("차량번호 십이 가", "차량번호 […]"),
        ("이메일은 케이 엠", "이메일은 […]"),
        ("my name is jo", "my name is [NAME]"),
        ("my email is john dot", "my email is […]"),
        ("one three ei", "one three ei"),
        ("one three eight th", "[…]"),
    ],
)
def test_what_is_being_told_is_covered_as_it_grows(partial, shown):
    assert MASKER.partials().cover(partial) == shown


def test_the_same_number_has_one_value_in_whatever_way_it_is_told():
    ways = (
        "공일공 이삼사오 육칠팔구",
        "010-2345-6789",
        "+82 10 2345 6789",
        "zero one zero two three four five six seven eight nine",
    )
    values = {finding.value for way in ways for finding in KoreanPhone().find(Reading(way))}
    assert values == {"01023456789"}
