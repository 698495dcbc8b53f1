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
        "브레이크가 안 들어요",
        "브레이크 가 안들 어요",
        "배터리에서 연기가 나요",
        "핸들이 갑자기 잠겼어요",
        "급발진했어요",
        "고속도로에서 시동이 꺼졌어요",
        "타이어가 터졌어요",
        "The brakes failed on the highway",
        "my brakes don’t work",
        "There is smoke coming out of the battery",
        "the car won't stop",
        "it accelerated by itself",
        "the steering wheel is shaking badly",
        "the engine stalled on the motorway",
        "I smell something burning",
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
        "에어컨이 시원하지 않아요",
        "보험료가 너무 비싸요",
        "충전기가 결제가 안 돼요",
        "배터리 충전이 느려요",
        "내비게이션 소리가 작아요",
        "The air conditioning is weak",
        "The app crashed when I paid",
        "the smoking area at the station is dirty",
        "a no smoking sign fell down",
        "charging was slow",
    ],
)
def test_ordinary_complaints_are_not(said):
    assert not is_about_safety(said)
