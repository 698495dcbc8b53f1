"""Writes agent/transcription/sounds.py and ordinary_words.py, and agent/feedback/traditional.py.

Run it once, in an environment of its own with jieba 0.42.1 (MIT), pypinyin 0.55.0 (MIT) and opencc 1.4.2 (Apache-2.0):
`python tests/corpora/transcription/make_tables.py`. The agent itself needs none of the three.

- Sounds: the characters of GB 2312. A reading counts where at least a tenth of the character's uses in the words of
  jieba's dictionary have it: rare readings (车 as jū) would make strangers sound alike.
- Ordinary words: what the repair must not take for a mishearing. They depend on the sounds and on the lexicon: run it
  again when the lexicon grows. Costs are negative natural logarithms of the share, rounded to halves.
- Traditional: the frequent characters of Big5 (level 1) whose simplified form differs.
"""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import jieba
import opencc
from pypinyin import Style, lazy_pinyin

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from agent.transcription.vocabulary import vocabulary  # noqa: E402 - run as a script, from anywhere

TARGET = ROOT / "agent" / "transcription"
FEWEST = {1: 30, 2: 120, 3: 180, 4: 300}
"""Occurrences that a word of this many characters needs to be listed, in jieba's corpus of about 60 million words."""
FEWEST_LIKE_A_TERM = 3
"""The same for words of which a part sounds like a term of the trade: they are what a repair could spoil."""
NOT_WORDS = frozenset(("意想", "一响", "升机"))
"""Fragments that the dictionary lists (of 意想不到, of 一声响) and that small models print for 异响."""
KEPT = frozenset("吒")
"""Characters that OpenCC replaces although simplified Chinese has them: the car is a 哪吒."""
FEWEST_FOR_SOUND = 5
SHARE_OF_READING = 0.1
LINE = 50
"""Characters of a table's line."""


def gb2312() -> list[str]:
    """Its 6763 Chinese characters."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [c for c in (code.decode("gb2312", "ignore") for code in codes) if c]


def big5_frequent() -> list[str]:
    """The 5401 characters of Big5 level 1."""
    lows = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    codes = (bytes((high, low)) for high in range(0xA4, 0xC7) for low in lows if (high, low) <= (0xC6, 0x7E))
    return [c for c in (code.decode("big5", "ignore") for code in codes) if c]


def dictionary() -> dict[str, int]:
    """Word and count."""
    lines = jieba.get_dict_file().read().decode("utf-8").splitlines()
    return {word: int(count) for word, count, _kind in (line.split(" ") for line in lines)}


def readings(counts: dict[str, int], known: list[str]) -> dict[str, list[str]]:
    """Syllables with tone (che1) of each character, the likeliest first."""
    uses: dict[str, Counter[str]] = {c: Counter() for c in known}
    for word, count in counts.items():
        if count < FEWEST_FOR_SOUND or not all(c in uses for c in word):
            continue
        for character, sound in zip(word, _sounds(word), strict=True):
            uses[character][sound] += count
    return {c: _likely(by_use) or _sounds(c) for c, by_use in uses.items()}


def _likely(by_use: Counter[str]) -> list[str]:
    total = by_use.total()
    return [sound for sound, n in by_use.most_common() if n >= SHARE_OF_READING * total]


def _sounds(word: str) -> list[str]:
    return lazy_pinyin(word, style=Style.TONE3, neutral_tone_with_five=True)


def write_sounds(counts: dict[str, int]) -> None:
    """Syllable -> characters."""
    by_sound: defaultdict[str, list[str]] = defaultdict(list)
    for character, sounds in readings(counts, gb2312()).items():
        for sound in sounds:
            by_sound[sound].append(character)
    rows = "\n".join(_sound_row(sound, by_sound[sound]) for sound in sorted(by_sound))
    (TARGET / "sounds.py").write_text(
        '"""How the characters of GB 2312 sound: syllable with tone (5 is neutral) -> characters.\n\n'
        "Made by tests/corpora/transcription/make_tables.py with pypinyin 0.55.0, Copyright (c) 2016 mozillazg and\n"
        "others, MIT licence. A character stands under each reading that at least a tenth of its uses have.\n"
        '"""\n\nfrom typing import Final\n\n'
        f"SOUNDS: Final[dict[str, str]] = {{\n{rows}\n}}\n",
        encoding="utf-8",
    )


def _sound_row(sound: str, characters: list[str]) -> str:
    lines = _lines(characters, LINE)
    if len(lines) == 1:
        return f'    "{sound}": "{lines[0]}",'
    return f'    "{sound}": (\n' + "\n".join(f'        "{line}"' for line in lines) + "\n    ),"


def write_words(counts: dict[str, int]) -> None:
    """Words by length and cost."""
    total = sum(counts.values())
    known = set(gb2312())
    tables = []
    for length, fewest in FEWEST.items():
        by_cost: defaultdict[float, list[str]] = defaultdict(list)
        for word, count in counts.items():
            needed = FEWEST_LIKE_A_TERM if _holds_like_a_term(word) else fewest
            if len(word) == length and count >= needed and word not in NOT_WORDS and all(c in known for c in word):
                by_cost[round(-2 * math.log(count / total)) / 2].append(word)
        rows = "\n".join(_row(cost, sorted(by_cost[cost]), length) for cost in sorted(by_cost))
        tables.append(f"    {length}: {{\n{rows}\n    }},")
    (TARGET / "ordinary_words.py").write_text(
        '"""Ordinary words: length -> cost -> words without gaps.\n\n'
        "A cost is the negative natural logarithm of a word's share. Made by "
        "tests/corpora/transcription/make_tables.py\n"
        "from the dictionary of jieba 0.42.1, Copyright (c) 2013 Sun Junyi, MIT licence.\n"
        '"""\n\nfrom typing import Final\n\n'
        "ORDINARY: Final[dict[int, dict[float, str]]] = {\n" + "\n".join(tables) + "\n}\n",
        encoding="utf-8",
    )


def _holds_like_a_term(word: str) -> bool:
    known = vocabulary()
    return any(known.sounds_like_a_term(word[i:j]) for i in range(len(word)) for j in range(i + 2, len(word) + 1))


def _row(cost: float, words: list[str], length: int) -> str:
    lines = "\n".join(f'            "{line}"' for line in _lines(words, LINE // length))
    return f"        {cost}: (\n{lines}\n        ),"


def _lines(parts: Iterable[str], each: int) -> list[str]:
    parts = list(parts)
    return ["".join(parts[i : i + each]) for i in range(0, len(parts), each)]


def write_traditional() -> None:
    """Traditional -> simplified, one to one."""
    convert = opencc.OpenCC("t2s").convert
    known = set(gb2312())
    pairs = [(c, s) for c in big5_frequent() if c not in KEPT and (s := convert(c)) != c and len(s) == 1 and s in known]
    columns = (_lines((p[i] for p in pairs), LINE) for i in (0, 1))
    traditional, simplified = ("\n".join(f'    "{line}"' for line in column) for column in columns)
    (ROOT / "agent" / "feedback" / "traditional.py").write_text(
        '"""Traditional characters that engines print, and their simplified forms, one to one.\n\n'
        "Made by tests/corpora/transcription/make_tables.py with OpenCC 1.4.2 (Apache-2.0): "
        "the frequent ones of Big5.\n"
        '"""\n\nfrom typing import Final\n\n'
        f"_TRADITIONAL: Final = (\n{traditional}\n)\n_SIMPLIFIED: Final = (\n{simplified}\n)\n"
        "\n\ndef simplified(text: str) -> str:\n"
        '    """Traditional characters made simplified, one for one.\n\n'
        "    Searched in the list as it lies: a table for `str.translate` takes a third of a megabyte.\n"
        '    """\n'
        '    return "".join([c if (place := _TRADITIONAL.find(c)) < 0 else _SIMPLIFIED[place] for c in text])\n',
        encoding="utf-8",
    )


def main() -> None:
    """Write the three modules."""
    counts = dictionary()
    write_sounds(counts)
    write_words(counts)
    write_traditional()


if __name__ == "__main__":
    main()
