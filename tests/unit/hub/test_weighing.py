"""What a feedback weighs by the way its person came in."""

import pytest

from hub.errors import InputRefusedError
from hub.tickets.weighing import Weights


def test_a_sticker_weighs_half_and_every_other_way_in_is_one():
    weights = Weights()
    assert [weights.of(way) for way in ("sticker", "face", "qr", "work_order", None, "from_the_future")] == [
        0.5,
        *[1.0] * 5,
    ]


def test_a_file_changes_what_it_names():
    weights = Weights.parse("[entry]\nsticker = 0.2\nqr = 0.9\n")
    assert (weights.of("sticker"), weights.of("qr"), weights.of("face")) == (0.2, 0.9, 1.0)
    assert Weights.parse("").of("sticker") == 0.5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[entry]\nposter = 0.5", "'poster'"),
        ("[entry]\nsticker = 2", "from 0 to 1"),
        ("[entry]\nsticker = -0.1", "from 0 to 1"),
        ("[entry]\nsticker = true", "from 0 to 1"),
        ("[entry]\nsticker = 'half'", "from 0 to 1"),
        ("[entry", "no TOML"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused_with_the_place(text, said):
    with pytest.raises(InputRefusedError, match=said):
        Weights.parse(text)
