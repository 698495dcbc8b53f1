import pytest

from agent.feedback.safety import is_about_safety


@pytest.mark.parametrize(
    "said",
    [
        "今天刹车有点异响",
        "杀车有点意想",
        "刹车踩了没反应",
        "高速上方向盘突然抖得厉害",
        "电池冒烟了",
        "车子自己加速",
        "充电的时候闻到焦味",
        "行驶中气囊灯亮着，气囊会不会失效",
        "高速上半路熄火了",
        "轮胎鼓包了还能开吗",
        "煞车 失灵",
    ],
)
def test_what_endangers_driving_is_urgent(said):
    assert is_about_safety(said)


@pytest.mark.parametrize(
    "said",
    [
        "理赔进度太慢了",
        "快充桩扫了三次都付不了款",
        "空调制冷效果不好",
        "续保比去年贵了八百多",
        "师傅讲解得很清楚",
        "安全座椅的说明书没写清楚",
        "电池保养没人讲解",
        "自然风模式找不到",
    ],
)
def test_ordinary_complaints_are_not(said):
    assert not is_about_safety(said)
