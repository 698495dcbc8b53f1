"""The ways of giving feedback stand on every device's page in the order of its profile, which the hub may change."""

import pytest
from playwright.sync_api import expect

from agent.profile import overlaid
from tests.fakes.browsers import violations
from tests.fakes.screens import shot

pytestmark = pytest.mark.browser

HEAD, SMALL_HEAD, KIOSK, TERMINAL, PHONE = (1920, 720), (1280, 480), (1080, 1920), (1280, 800), (390, 844)
WAYS = {
    "speak": ".stage.talk, .talk-card",
    "touch": ".rate",
    "type": ".tile:has(use[href*=keyboard])",
    "phone": ".invite",
}


def standing(window):
    """The ways in the order of the document, which is the order on the screen."""
    return window.evaluate(
        """ways => Object.entries(ways)
            .flatMap(([way, where]) => [...document.querySelectorAll(where)].map((one) => [way, one]))
            .sort(([, a], [, b]) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
            .map(([way]) => way)""",
        WAYS,
    )


def nothing_is_cut_off(window):
    """Every control is on the screen, whole."""
    return window.evaluate(
        """() => [...document.querySelectorAll("#app button, #app .invite")].filter((one) => {
            const {left, right, top, bottom, width} = one.getBoundingClientRect();
            return width && (left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1);
        }).map((one) => one.className)"""
    )


@pytest.fixture
def opened(touch, look):
    def open_page(kind, size, ways, **options):
        named = ", ".join(f'"{way}"' for way in ways)
        device = touch(kind, ("刹车 有点 响",), surface=f"ways = [{named}]" if ways else "", **options)
        device.cabin(moving=False)
        window = look(device.url, *size, roles=())
        expect(window.locator("#app.home")).to_be_visible()
        expect(window.locator(".rate, .line-of").first).to_be_visible()
        return device, window

    return open_page


@pytest.mark.parametrize(
    ("kind", "size", "ways", "seen"),
    [
        ("head_unit", HEAD, (), ["speak", "touch"]),
        ("head_unit", HEAD, ("touch",), ["touch", "speak"]),
        ("head_unit", SMALL_HEAD, ("touch", "type"), ["touch", "speak"]),
        ("charger_kiosk", KIOSK, (), ["speak", "touch"]),
        ("charger_kiosk", KIOSK, ("touch", "speak"), ["touch", "speak"]),
    ],
)
def test_a_page_shows_the_ways_in_the_order_of_the_profile(opened, kind, size, ways, seen):
    _, window = opened(kind, size, ways)
    assert standing(window) == seen
    assert nothing_is_cut_off(window) == []
    assert violations(window) == []
    shot(window, f"ways_{kind}_{size[0]}_{'_'.join(ways) or 'usual'}")


def test_an_order_from_the_hub_is_on_the_page_at_once_and_can_be_talked_to(opened):
    device, window = opened("head_unit", HEAD, ())
    assert standing(window) == ["speak", "touch"]
    device.agent._use(overlaid(device.agent.profile, {"surface.ways": ["touch", "speak"]}))
    expect(window.locator(".talk-card")).to_be_visible()
    assert standing(window) == ["touch", "speak"]
    window.locator(".trip").click()
    expect(window.locator(".talk-card")).to_be_disabled()
    window.locator(".trip").click()
    window.locator(".talk-card").click()
    expect(window.locator("#app.home")).to_have_count(0)
    device.agent._use(overlaid(device.agent.profile, {"surface.ways": []}))


def test_a_phone_without_lines_shows_writing_first_where_people_like_it_best(opened):
    _, window = opened("head_unit", PHONE, ("type", "touch", "speak"))
    assert standing(window) == ["type", "touch", "speak"]
    assert violations(window) == []
    shot(window, "ways_phone_type_touch_speak")


def test_beside_a_visitors_lines_the_preferred_of_speaking_and_writing_comes_first(opened):
    _, window = opened("service_terminal", TERMINAL, ("type", "speak"))
    names = [name.partition("，")[0].strip() for name in window.locator("#app .acts button").all_inner_texts()]
    assert names[:2] == ["写一句", "说一句"]
    shot(window, "ways_terminal")
