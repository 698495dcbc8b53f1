"""Surnames and name parts: Han surnames by number of bearers, compound ones, minority and English names.

Sources: Ministry of Public Security, national name report 2021 (order of the common surnames); GB/T 28039-2011 (Hanyu
Pinyin spelling of names); usual romanised and transliterated forms, written down for this project.
"""

import math
from array import array
from typing import Final

BY_BEARERS: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜"
    "崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝兰顾龚洪邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊"
    "殷施翟安颜倪牛温季俞章鲁葛伍申尤毕聂柴焦柳邢岳齐梅庄辛管祝左涂谷舒祁耿牟卜路詹关苗凌费纪靳盛童欧甄项曲代成应游穆吉荣阳裴"
    "席卫查屈鲍位霍翁隋植甘景薄单包司柏宁柯阮桂闵解强丛华车冉房边净简饶商佟郎沙尚萧阎喻滕骆宫卓瞿蓝褚娄窦戚冷宗佘"
    "蒲农桑臧岑荆古连艾巩郜芦鄢仇谌敖冼巫楚晏党蔺占蒙邝伊郁池栾步粟井巴迟燕银花时肯明晋云水乐计邬鞠丰鹿虞傅晁麦木"
    "谈缪储盖符仲卞封匡惠全皮厉荀闻狄茅芮国练苟胥诸巢裘麻刁和湛屠浦贡危师展由平帅敬元祖鞠米隆修奚相寇"
    "逯习原束满劳干宣才宿居揭权来阚茹利竺桓苑邸杭幸粟奉印宰仝亓郇逄富隗戈禹母须姬支经容寿廉昌贝钮隋班松"
    "戎郗怀邰索籍莘扶堵郦濮扈冀宦鱼弘阙沃蔚勾訾养蒯红益公仉栗慈隽撒哈尧欣闪折忻初庹酆凤伏嵇滑昝贲"
    "羿汲糜牧宓仰韶璩通郏慎庾终暨衡广禄殳越候开朗呼信延续布邴羊邾冶禚闾贠雒钦补区慕於乌蓬雍宛藏海官斯"
)
COMPOUND: Final = (
    "欧阳|司马|上官|诸葛|夏侯|尉迟|皇甫|慕容|令狐|长孙|东方|司徒|公孙|南宫|端木|轩辕|独孤|宇文|澹台|太史|呼延"
    "|赫连|申屠|闻人"
    "|钟离|闾丘|亓官|公冶|公良|公羊|公西|第五|梁丘|左丘|谷梁|颛孙|巫马|濮阳|鲜于|仲孙|叔孙|百里|南荣|漆雕|乐正|宰父|夹谷|段干|微生|羊舌|阿史那|拓跋|纳兰|完颜|叶赫|富察|瓜尔佳|钮祜禄|爱新觉罗|乌雅|那拉|佟佳|西门|东郭|百里|万俟|淳于|单于"
)
_MOST: Final = 0.085
_FALL: Final = 0.85
"""Share of bearers of the surname of rank r: about 0.085 / r ** 0.85, fitted to the report's first hundred."""

_RARE: Final = (
    "盍鄯洑睢缐赫泮恽祈郐迮枚斐檀芶阴桐普苌库励玄介秘綦菅眭镡乜撖俎仵矫琚甯鄞岩朴那税卿玉郄郏苍毋操缑亢妥虎拜纳弓承刀召谯佴盘"
    "潭旷明佀呙兀咸"
)
_RARE_COST: Final = 8.5
_RAREST: Final = (
    "尉翦归楼辜萨冒衣况战伉腾奎崇鄂冮稽楠丘汝溥墨啸南泉綦乜厍夔暴蓟钭郤笪佴郈禤麴鬲闭银凃戢蹇青衣矫牙粘苻岱"
    "揣锺蒿钏訚嘎谏窪隽"
)
_RAREST_COST: Final = 9.5
"""Surnames of the Hundred Family Surnames and of the People's Daily of January 1998 that are rarer still."""
"""Surnames that are rarer than the report's list: Manchu, Korean, Dai and Hui ones too."""
_BY_RANK: Final = "".join(dict.fromkeys(BY_BEARERS))
SURNAMES: Final = "".join(dict.fromkeys(_BY_RANK + _RARE + _RAREST))
"""Every surname of one character, the most frequent first."""
_COSTS: Final = array("d", (-math.log(_MOST / rank**_FALL) for rank in range(1, len(_BY_RANK) + 1)))
_RARER: Final = len({*_BY_RANK, *_RARE})
_COMPOUND_COST: Final = 7.0
"""Compound surnames together have about one bearer in a thousand."""
_UNHEARD_COST: Final = 9.0
"""Of a character that no surname is known to be."""


def cost(surname: str) -> float:
    """Negative logarithm of the share of a surname."""
    if len(surname) > 1:
        return _COMPOUND_COST
    place = SURNAMES.find(surname)
    if 0 <= place < len(_COSTS):
        return _COSTS[place]
    return _UNHEARD_COST if place < 0 else _RARE_COST if place < _RARER else _RAREST_COST


_TIBETAN: Final = (
    "多杰 才旦 卓嘎 曲扎 洛松 四郎 泽仁 邓珠 贡觉 格勒 久美 桑杰 尕玛 昂旺 拉毛 才仁 索南 多丹 扎桑 仁钦 旦巴 "
    "扎西 次仁 卓玛 央金 才让 东珠 多吉 旦增 丹增 平措 尼玛 达娃 拉姆 罗布 索朗 格桑 边巴 普布 仁青 德吉 白玛 "
    "洛桑 顿珠 曲珍 次旦 加措 "
    "巴桑 强巴 贡布 益西 桑吉 旺堆 旺姆 措姆 拉珍 玉珍 扎巴 嘉措 次珍 仁增 土登 江白 阿旺 晋美 群培 索南 拉毛 "
    "尕藏 完玛 当周 加布 华旦 项欠 "
)
_TURKIC: Final = (
    "古丽 买买提 艾力 阿不都 阿卜杜 热合曼 吐尔逊 艾合买提 麦麦提 依明 玉素甫 努尔 阿依 帕提 沙吾提 肉孜 木沙 "
    "克里木 卡德尔 热依汗 再努尔 "
    "库尔班 吾斯曼 迪丽 热巴 古力 娜扎 巴合提 别克 叶尔 艾山 吐逊 阿迪力 艾尼 瓦尔 麦提 穆罕默德 伊力 哈木提 "
    "亚森 玛依拉 古丽娜尔 阿依古丽 热孜 "
    "塔依尔 艾孜 孜提 阿布都 外力 哈力克 买合木提 帕尔哈提 帕夏 茹仙 尔肯 江 阿曼 居来提 赛力克 库丽 汗 木拉提 "
    "尼格 买提 艾克拜尔 阿力木 阿里木 艾则孜 热依木 吾买尔 艾尔肯 亚生 库尔班江 阿丽 帕孜 祖丽 胡玛尔 叶尔兰 巴特 "
    "达吾提 米吉提 依布拉音 祖农 "
)
_MONGOLIAN: Final = (
    "巴特尔 乌云 其其格 格日勒 斯琴 高娃 呼和 额尔敦 苏日娜 海日罕 那日苏 阿古达木 娜仁 托娅 图雅 敖登 萨仁 "
    "特木尔 布和 朝鲁 宝音 哈斯 "
    "孟和 毕力格 苏和 白音 阿拉坦 乌日娜 其木格 萨日娜 乌兰 图娅 巴图 朝克图 呼格吉勒 塔娜 通拉嘎 "
)
_SHORTEST_PART: Final = 2
MINORITY_PARTS: Final = "|".join(
    sorted(
        {part for part in (_TIBETAN + _TURKIC + _MONGOLIAN).split() if len(part) >= _SHORTEST_PART},
        key=lambda part: (-len(part), part),
    )
)
"""Parts of Tibetan, Uyghur, Kazakh and Mongolian names as they are transliterated; two in a row are a name."""

_ENGLISH_GIVEN: Final = (
    " AARON ADAM ALAN ALBERT ALEX ALEXANDER ALICE ALLEN AMANDA AMY ANDREA ANDREW ANDY ANGELA ANNA ANNE ANNIE "
    "ANTHONY BARBARA BEN BENJAMIN BETTY BILL BOB BRIAN BRUCE CARL CAROL CATHERINE CATHY CHARLES CHARLIE CHLOE "
    "CHRIS CHRISTINA CHRISTOPHER CINDY CLAIRE COCO CRYSTAL DANIEL DAVID DEBORAH DENNIS DIANA DONALD DORIS "
    "DOUGLAS EDDIE EDWARD ELAINE ELENA ELIZABETH ELLEN EMILY EMMA ERIC EVA EVAN FELIX FIONA FLORA FRANCIS "
    "FRANK FRED GARY GEORGE GINA GLORIA GRACE GREGORY HANNAH HARRY HEATHER HELEN HENRY HOWARD IAN IRENE IVAN "
    "IVY JACK JACKIE JACKSON JACKY JACOB JAMES JANE JANET JASON JEFF JENNIFER JENNY JEREMY JERRY JESSICA "
    "JESSIE JIM JIMMY JOAN JOE JOHN JOHNNY JONATHAN JOSEPH JOYCE JUDY JULIA JULIE JUSTIN KAREN KATE KATHERINE "
    "KATHY KELLY KEN KENNETH KEVIN LARRY LAURA LAUREN LEO LEON LEWIS LILY LINDA LISA LOUIS LUCAS LUCY LUKE "
    "MARGARET MARIA MARIE MARK MARTIN MARY MATTHEW MAX MAY MEGAN MELISSA MIA MICHAEL MICHELLE MIKE MONICA "
    "NANCY NATALIE NATHAN NICHOLAS NICK NICOLE NINA OLIVER OLIVIA OSCAR OWEN PAMELA PATRICK PAUL PETER PHILIP "
    "RACHEL RALPH RAYMOND REBECCA RICHARD RITA ROBERT ROBIN ROGER RONALD ROSE ROY RUSSELL RUTH RYAN SAM "
    "SAMANTHA SAMUEL SANDRA SARA SARAH SCOTT SEAN SHARON SHIRLEY SIMON SOPHIA SOPHIE STELLA STEPHEN STEVE "
    "STEVEN SUSAN TED TERESA TERRY THOMAS TIFFANY TIM TIMOTHY TINA TODD TOM TOMMY TONY TRACY VANESSA VICTOR "
    "VICTORIA VINCENT VIVIAN WALTER WENDY WILLIAM WILLIE YVONNE ZOE "
)
"""Each between two spaces."""


def is_english_given(word: str) -> bool:
    """Whether this is an English given name that people in China use."""
    return f" {word} " in _ENGLISH_GIVEN


_PINYIN: Final = (
    " AN BAI BAO CAI CAO CHANG CHEN CHENG CUI DAI DENG DING DONG DU DUAN FAN FANG FENG FU GAO GE GONG GU GUAN "
    "GUO HAN HAO HE HOU HU HUANG JIA JIANG JIN KANG KONG LAI LEI LI LIANG LIAO LIN LIU LONG LU LUO LV MA MAO "
    "MENG MO NI NIU OUYANG PAN PANG PENG QI QIAN QIAO QIN QIU REN SHAO SHEN SHI SONG SU SUN TAN TANG TAO TIAN "
    "TONG WAN WANG WEI WEN WU XIA XIANG XIAO XIE XIONG XU XUE YAN YANG YAO YE YI YIN YU YUAN ZENG ZHANG ZHAO "
    "ZHENG ZHONG ZHOU ZHU ZHUANG ZOU "
)
"""Each between two spaces."""


def is_pinyin(word: str) -> bool:
    """Whether this is a surname in Hanyu Pinyin."""
    return f" {word} " in _PINYIN
