"""Personal names behind a word that announces one.

Anatomy: one of some two hundred common surnames or a compound surname, then one or two characters; names of
minorities with ·. Without an announcing word a name is not guessed: 高峰 and 黎明 are words as well, and masking them
costs meaning.
Source: Ministry of Public Security, national name report 2021 (surnames by number of bearers).
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking.reading import Reading
from agent.masking.recognizer import Finding

_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜"
    "崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊"
    "殷施翟安颜倪牛温季俞章鲁葛伍申尤毕聂柴焦柳邢岳齐梅庄辛管祝左涂谷祁耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴"
    "席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强丛华车冉房边净简饶商佟郎沙尚"
)
_COMPOUND: Final = "欧阳|司马|上官|诸葛|夏侯|尉迟|皇甫|慕容|令狐|长孙|东方|司徒|公孙|南宫|端木"
_STOP: Final = (
    "的在是了电手身车我你他她说要有不也就这那给和跟与来去把被到从先女等呢啊吧嘛对上号户开卡生住地邮微联报保理赔投申请"
    "很都还没已买打让叫做因为您们，。"
)
_STRONG: Final = (
    r"(?:我叫|名叫|本人叫|(?:爱人|老公|老婆|丈夫|妻子|爸|妈|儿子|女儿|朋友|女朋友|同事|司机|车主|对方)叫|就叫"
    r"|(?:姓名|名字|户名|收件人|联系人|车主姓名)(?:就是|应该是|是|叫|为|写|:)+)"
)
"""Words after which a surname begins a name."""
_PLAIN: Final = (
    r"(?:姓名|户名|收件人|联系人|收货人|投保人|被保险人|受益人|驾驶人|报案人|送修人|登记人|办理人|持卡人|开户人|投诉人"
    r"|查勘员|定损员|理赔员|我爱人|我老公|我老婆|我先生|我太太|我爸|我妈|我哥|我姐|我弟|我朋友|我女朋友|车主|名字)[是:]*"
)
"""Words after which a name may stand; it also has to end like one."""
_ENDS: Final = (
    r"(?=[,。;、!?)(\n]|$|电话|手机|联系|身份证|号码|车牌|车辆|微信|邮箱|护照|银行|卡号|工商|建行|农行|招商|中行"
    r"|收|的|态度|拍了|开的|开我|来电|他|她|[零一二三四五六七八九幺0-9]{3})"
)
_NOT_A_NAME: Final = (
    r"(?!安全|安静|安装|方便|方向|方式|高级|高速|高峰|马上|常常|常用|常见|单子|单写|单位|白色|白写|黄色|黄牌|黄灯|金额|金牌"
    r"|温度|万一|万达|时候|全部|全是|和|水|于是|何必|向前|向后|程序|江山|平安|成都|左右|左前|左后|明明|路上|路边|项目"
    r"|.(?:师傅|先生|女士|经理|主管|小姐|总|老师|姐|哥|工))"
)
_GIVEN: Final = rf"[^{_STOP}\W\dA-Z_]"
_FULL: Final = rf"(?:(?:{_COMPOUND}){_GIVEN}{{1,2}}|[{_SURNAMES}]{_GIVEN}{{1,2}})"
_MINORITY: Final = r"[\u4e00-\u9fff]{2,8}-[\u4e00-\u9fff]{2,8}"
_NAME: Final = re.compile(
    rf"{_STRONG}{_NOT_A_NAME}({_FULL}|{_MINORITY})|{_PLAIN}{_NOT_A_NAME}({_FULL}{_ENDS}|{_MINORITY}{_ENDS})"
)


class PersonName:
    """Type NAME."""

    name: Final = "person_name"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Names right behind an announcing word."""
        text = reading.text.replace("·", "-").replace("•", "-")
        if " " in text:
            places = [place for place, character in enumerate(text) if character != " "]
            text = text.replace(" ", "")
        else:
            places = list(range(len(text)))
        for found in _NAME.finditer(text):
            start, end = found.span(found.lastindex or 0)
            value = text[start:end]
            yield Finding(places[start], places[end - 1] + 1, "NAME", value, 0.7, self.name, ("cue and surname",))
