"""Japanese surnames and given names of other tongues as they are transliterated. Written down for this project."""

from typing import Final

JAPANESE_SURNAMES: Final = (
    "佐藤|铃木|高桥|田中|伊藤|渡边|山本|中村|小林|加藤|吉田|山田|佐佐木|山口|松本|井上|木村|斋藤|清水|山崎|池田|桥本"
    "|阿部|石川|山下|中岛|石井|小川|前田|冈田|长谷川|藤田|后藤|近藤|村上|远藤|青木|坂本|福田|太田|西村|藤井|金子|藤原|冈本"
    "|三浦|中野|中川|原田|松田|竹内|小野|田村"
)
JAPANESE_NAME: Final = (
    f"(?:{JAPANESE_SURNAMES})[\u4e00-\u9fff]{{0,2}}(?:[郎子美太介也人雄夫之树香奈惠代彦辉司平男治助一二三]"
    "|(?<=[\u4e00-\u9fff]{2})(?=先生|女士|小姐))"
)
"""A pattern of a whole name."""
FOREIGN_TEXT: Final = (
    "大卫 约翰 约翰逊 迈克 迈克尔 杰克 汤姆 詹姆斯 彼得 保罗 露西 艾米 艾米丽 安娜 玛丽 玛丽亚 "
    "琳达 丽莎 凯文 杰森 罗伯特 威廉 乔治 亨利 查理 爱德华 艾伦 苏珊 海伦 珍妮 贝克 史密斯 "
    "布朗 琼斯 威尔逊 安德鲁 安东尼 本杰明 丹尼尔 杰瑞 杰西卡 凯瑟琳 伊丽莎白 劳拉 莉莉 露露 "
    "马丁 马修 尼克 奥利弗 彼特 瑞恩 萨拉 索菲亚 斯蒂芬 史蒂夫 史蒂文 托马斯 托尼 维多利亚 伊万 "
    "安东 谢尔盖 娜塔莎 卡尔 汉斯 皮埃尔 乔丹 泰勒 安德森 米勒 戴维斯 摩尔 克拉克 路易斯 李维 "
    "爱丽丝 凯特 凯莉 梅根 布鲁斯 哈里 杰夫 吉姆 鲍勃 比尔 戴维 阿里 穆罕默德 哈桑 艾哈迈德"
)
_PARTS: Final = "|".join(sorted(FOREIGN_TEXT.split(), key=len, reverse=True))
FOREIGN_NAME: Final = rf"(?:{_PARTS})[·・]?(?:{_PARTS}|[斯克尔特森曼顿登奇]{{1,2}}(?![\u4e00-\u9fff]))?"
"""A pattern of a whole name."""
