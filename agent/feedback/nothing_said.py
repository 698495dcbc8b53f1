"""The words of replies that say nothing: sounds, nods, refusals to answer, commands to a voice assistant.

- A clause is a nod when it can be cut, without a rest, into words that fit any question and words that only colour
  them. So 总体来说还是挺不错的吧 is one, and 不错就是贵 is none: 贵 is left over.
- What denies is no colour: 不好 and 没修好 say something.

Nothing is compiled before the first reply is looked at.
"""

import re
from functools import cache
from typing import Final

_SOUNDS: Final = (
    "[嗯唔啊呃额哦噢喔哎唉诶欸喂嘿嗨咳哈呵嘻嘛呀吧呢啦喽咯哟了的滴哒呐地那这]|[那这]个|那个?啥|就是说?"
    "|然后|怎么说呢?|我?想想|等等|等?一下|稍等|我看看"
)
_COLOURS: Final = (
    "我们?|俺|你们?|您|咱们?|大家|very|这边|这里|[也都就还挺很蛮超可]|非常|比较|真的?|特别|相当|十分"
    "|太(?=好)|什么都(?=好|行|可以)|(?:总的?来说|总体|整体)(?:来说|上)?"
    "|反正|基本上?|大体上?|目前|现在|暂时|感觉|觉得|应该|可能|其实|一切|全部|各方面|方方面面|是(?=挺|很|还)|还是"
)
_GRADES: Final = (
    "好评?|行|可以|阔以|不错|8错|满意|一般般*|正常|凑合着?用?|马马虎虎|差不多(?:就行)?|没有?问题|没毛病"
    "|okok|ok(?:ay|k)?|good|nice"
    "|fine|great|赞|棒|优秀?|完美|五星(?:好评)?|默认好评|满分|10{1,2}分|6{1,6}|1{1,3}|也?就?[那这]样|老样子|haode|hao"
    "|中嘞?|得劲|巴适得?|灵|过得去|将就着?用?|那么回事|(?:打|给)[个打]?(?:好评|五星|满分|十分)|闭眼五星"
    "|系统默认|妥妥?|perfect|so ?so"
    "|[跟和同](?:上次|上回|以前|之前|原来|往常|平时)(?:一样|差不多)"
)
_ASSENT: Final = "[是对要有]|需要|知道|收到|明白|了解|谢谢|多谢|感谢|辛苦|yes|yeah|yep"
_END: Final = "(?=$|[了啊呢吧呀哦嘛的呐没无谢都挺]|别的|其他)"
_DENIAL: Final = (
    "(?:暂时?|目前|还)?(?:没有?|无)(?:什么|啥|别的|其他|特别|太多|想到)*的?"
    rf"(?:意见|建议|想法|感觉|感受|看法|评价|补充|[好可想要]?[说讲提写评]的?)?{_END}"
    "|没(?:什么|啥|太|怎么)?(?:感觉|注意|在意|留意|印象|想好|想到|往心里去)|没有?(?:发现|遇到|碰到"
    "|出现)?(?:什么|啥|任何)*(?:问题|异常|毛病)"
    "|没有?(?:什么|啥|任何|特别)*(?:需要|要|可)(?:改进|改善|反映|反馈|补充|提升)的?(?:地方)?"
    "|没有任何(?:意见|建议)|不[做予]?评价"
    "|(?:[没么]得|木有|米有|冇)(?:什么|啥子?)?(?:意见|建议|问题|说的)?|暂无|meiyou|nothing|none|no|n/?a"
    "|不用|不需要|不必|别的"
)
_IGNORANCE: Final = (
    "不太?(?:知道|清楚|了解|懂|记得|确定)(?:[要该]?[说写填讲](?:什么|啥))?|说不(?:上来|清楚|出来?(?:什么"
    "|个?所以然)?|[好准清])|不好说|记不[清得]|忘记?"
)
_REFUSAL: Final = (
    "随便(?:[填点选]|说说?|写写?)?|无所谓|都(?:行|可以)|怎么都行|你?们?看着办|[随你]你?们?(?:定|决定|看"
    "|说了算)|随你们?|跟着感觉走|别问我?|先[这那]样|我?[先要]走|算|不(?:想|愿意?)[说写评填讲]"
    "|懒得[说写填评讲]|(?:以后|下次|回头|有空|改天)再[说看聊讲评]|不说|没(?:空|时间|工夫)|赶时间|无可奉告"
    "|凑字数|复制粘贴|必填|[同如]上|同前|如题"
    "|略|已阅|已?评价完?|测试(?:一下)?|试试|试一下|test(?:ing)?"
)
_SLOGANS: Final = "继续(?:努力|加油|保持)|再接再厉|加油|保持(?:就好|下去)?|希望|越来越好|再见|拜拜|bye"
_THINGS: Final = (
    "空调|车窗|窗户|天窗|座椅(?:加热|通风)|雨刮器?|收音机|电台|蓝牙|氛围灯|大灯|阅读灯|后备箱|尾门|后视镜|导航|音乐"
)
_COMMANDS: Final = (
    rf"(?:帮我|给我|请|麻烦)?(?:打开|关闭|关[上掉]|开启|[开关]一?下)(?:一?下)?(?:{_THINGS})",
    "(?:空调|温度)?调?[到高低]?[0-9一二两三四五六七八九十]+度|(?:空调|温度)调[高低大小]一?点?",
    (
        "(?:帮我|给我|我想|我要)?(?:播放|[放来听唱点])(?:一?[首个段点])?.{0,8}?(?:歌|音乐|曲|相声|新闻|小说)"
        "|[上下换]一[首曲个]"
    ),
    "(?:音量|声音)(?:调[大小高低]一?[点些]?|[大小]一?[点些])",
    "(?:帮我)?导航(?:到|去|回).{1,12}|(?:带我|我要|我想)?(?:去|回)(?:(?:最近的|附近的).{1,6}|家|公司|机场|火车站|医院)",
    "(?:帮我)?[打拨]电话给.{1,6}|给.{1,6}打(?:一?个)?电话|接电话|挂断(?:电话)?",
    (
        "(?:今天|明天|后天|现在|周末)?.{0,4}(?:天气(?:怎么样|如何|真?好|预报)|会?下雨吗|星期几|几点了?|几号)"
        "|.{0,6}股市.{0,4}"
    ),
    "(?:给我)?[讲说](?:一?个)?(?:笑话|故事)吧?|你(?:叫什么(?:名字)?|是谁|多大|几岁).{0,2}",
    "(?:你好|嘿|嗨|hey|hi|hello|哈喽|小[度爱艺]|同学|siri){1,4}啊?",
    (
        rf"把(?:{_THINGS}|冷气|暖风)(?:打开|关[了上掉]|[开调][大小高低]|摇下来|摇上去)|(?:.面|.边)?(?:{_THINGS}"
        "|冷气|暖风)开(?:一点|大)"
    ),
    (
        "播放.{1,10}|(?:暂停|继续)播放|我[要想]听.{1,8}|念一?下.{1,6}|(?:帮我)?(?:定|设)一?个(?:闹钟|提醒)"
        "|(?:帮我)?找一?个?(?:厕所|停车场|加油站|酒店|餐厅)"
    ),
    ".{0,2}(?:限行吗|油价多少|股票.{0,2}多少)|.{0,2}[穿吃]什么|呼叫.{1,5}|给.{1,5}发一?[个条](?:微信|短信)",
    "附近有?(?:什么|哪些).{0,6}|前面?堵不堵|调到?fm.*|[查看]一?下(?:限行|路况|天气|股票)",
)
_CHAT: Final = (
    "吃饭?了?[吗没]|在吗|有人吗|加我?微信|求?(?:互粉|关注)|.{0,8}(?:代办贷款|兼职|刷单|领红包).{0,8}"
    "|楼上的?说得对|打卡|占楼|到此一游"
    "|喂?(?:妈妈?|爸爸?|老[公婆]|宝[宝贝]|儿子|闺女)[我你坐快别乖].{0,8}|别闹|路过|我?[爱想]你|我饿"
    "|.{0,2}周末去哪.?|双十一.{0,6}|国足.{0,4}|晚安|早安"
    "|[早晚]上好|下午好|恭喜发财|(?:新年|节日|生日|中秋|圣诞|元旦|春节)快乐"
)
_TROUBLE: Final = "(?<!吃了)(?<!饭了)没|[坏错慢卡响差败绕偏贵断难抖漏灵死停]|不(?!堵)"
_SUBTITLES: Final = (
    "谢谢(?:大家)?的?(?:观看|收看|收听)|.{0,6}字幕(?:由|提供|志愿者|by).*|请不吝点赞.*"
    "|.{0,4}点赞.{0,4}订阅.*|优优独播剧场.*|中文字幕.*"
)
_PARTS: Final = f"{_DENIAL}|{_IGNORANCE}|{_REFUSAL}|{_SLOGANS}|{_GRADES}|{_ASSENT}"
_AGAIN: Final = r"(.{1,4}?)\1{2,}"
_LONGEST: Final = 30
"""Characters of a clause beyond which nobody only nods."""


def is_sound(clause: str) -> bool:
    """Nothing but sounds of thinking."""
    return _whole(f"(?:{_SOUNDS})+", clause)


def is_nod(clause: str) -> bool:
    """It would answer any question."""
    return _is_made_of(clause, _PARTS)


def is_refusal(clause: str) -> bool:
    """It answers no question, not even one that 没有 and 好 answer."""
    return _is_made_of(clause, _REFUSAL)


def is_of_a_film(text: str) -> bool:
    """What recognisers write for silence: the last words of the films that they learnt from."""
    return _whole(_SUBTITLES, text)


def is_for_somebody_else(text: str) -> bool:
    """A command to the car's assistant, or chat. With a word of trouble in it a command is told about, not given."""
    if _compiled(_TROUBLE).search(text):
        return False
    return any(_whole(one, text.rstrip("了啊呀吧")) for one in (*_COMMANDS, _CHAT))


def _is_made_of(clause: str, parts: str) -> bool:
    """At least one of these parts, and for the rest nothing but colours and sounds."""
    if len(clause) > _LONGEST:
        return False
    twice = _compiled(_AGAIN).sub(r"\1\1", clause)  # 就是 ten times over can be cut in a thousand ways
    return _whole(f"(?=.*(?:{parts}))(?:{parts}|{_COLOURS}|{_SOUNDS})+", twice)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _whole(pattern: str, text: str) -> bool:
    return _compiled(pattern).fullmatch(text) is not None
