"""Pictures of the pages, in build/screens: every run of the browser tests leaves all of them to be looked at."""

import io
from pathlib import Path

import zxingcpp
from PIL import Image

SCREENS = Path(__file__).parents[2] / "build" / "screens"
_SETTLES_MS = 250
"""A switch or a button is still changing colour."""


def shot(window, name, *, whole=False):
    """Take one, named for page, size and state.

    Args:
        window: the browser's.
        name: of the file, without its ending.
        whole: the whole page, not what the screen shows of it.
    """
    SCREENS.mkdir(parents=True, exist_ok=True)
    window.wait_for_timeout(_SETTLES_MS)
    window.screenshot(path=SCREENS / f"{name}.png", full_page=whole)


def codes_on(window):
    """What a phone's camera reads off the screen: QR codes of its picture, and nothing of the page's own words."""
    return [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(window.screenshot())))]
