"""Every recogniser's table: what it must find, at its edges, and what it must leave. Sources are in its docstring."""

import pytest

from agent.feedback.transcript import TypedText
from agent.masking.masker import Masker
from agent.masking.recognizers.bank_card import luhn
from agent.masking.recognizers.resident_id import check_character
from agent.masking.recognizers.vin import check_digit

MASKER = Masker(b"table tests' own key")


def masked(text):
    return MASKER.mask(TypedText(text)).text


MOBILE = [
    ("我的电话是要山把期溜儿灵就四五屋", "我的电话是[PHONE]"),
    ("打加八六幺三九幺八七七二零四六", "打[PHONE]"),
    # MIIT numbering plan: 1, then 3-9, then nine digits
    ("我电话13800138000", "我电话[PHONE]"),
    ("号码是幺三是零零二二九八七六你听清楚没有", "号码是[PHONE]你听清楚没有"),
    ("我电话是幺三八零零幺三八零零零", "我电话是[PHONE]"),
    ("打 给 我 一 三 八 零 零 一 三 八 零 零 零 谢谢", "打 给 我 [PHONE] 谢谢"),
    ("手机138-0013-8000。", "手机[PHONE]。"),
    ("手机１３８００１３８０００", "手机[PHONE]"),
    ("電話一三八○○一三八○○○", "電話[PHONE]"),
    ("+86 138 0013 8000", "[PHONE]"),
    ("0086-13800138000找我", "[PHONE]找我"),
    ("1③8⓪0138000", "[PHONE]"),
    ("138\u200b0013\u200b8000", "[PHONE]"),
    ("٠٠ 我的 ١٣٨٠٠١٣٨٠٠٠", "٠٠ 我的 [PHONE]"),
    # as spoken: fillers, repeats, radio digits, mixed writing
    ("号码幺三八嗯零零那个幺三八呃零零零", "号码[PHONE]"),
    ("幺三七三个八三个零六六", "[PHONE]"),
    ("幺三八双零双八幺二三四", "[PHONE]"),
    ("打幺三拐洞洞洞洞幺勾幺两", "打[PHONE]"),
    ("电话138零零幺三八000", "电话[PHONE]"),
    ("前面是幺三八中间四个零最后是幺二三四", "前面是[PHONE]"),
    ("我电话是，138，0013，8000", "我电话是，[PHONE]"),
    ("181.0000.9090", "[PHONE]"),
    # sound-alikes as speech recognition prints them
    ("手机要三八零零要三八零零零", "手机[PHONE]"),
    ("打腰五六二八腰九四八二腰", "打[PHONE]"),
    ("手机138OO138OOO", "手机[PHONE]"),
    # edges: the words around a number stay
    ("幺三八零零幺三八零零零一直打不通", "[PHONE]一直打不通"),
    ("幺三八零零幺三八零零零八点以后打", "[PHONE]八点以后打"),
    ("两个号一个幺三八零零幺三八零零零一个幺三九零零幺三九零零零", "两个号一个[PHONE]一个[PHONE]"),
    ("我有两个幺三八零零幺三八零零零", "我有[PHONE]"),
    ("13800138000,13900139000", "[PHONE],[PHONE]"),
    ("13800138000 13900139000", "[PHONE] [PHONE]"),
    # repairs
    ("打幺三六零零二不对是幺三五零零二零八八九九", "打[NUM]不对是[PHONE]"),
    ("打幺三七零零嗯不对零零九零五五六六", "打[PHONE]"),
    # wrong: not a mobile number, and still nobody's business
    ("12800138000", "[NUM]"),
    ("手机1380013800", "手机[NUM]"),
    # one digit too many is one place, not two
    ("手机138001380001打不通", "手机[PHONE]打不通"),
    # in parts with other words between
    ("手机幺三八零零零零你等等啊幺二三四", "手机[PHONE]"),
    ("手机号前面是幺三八然后你记一下零零幺三然后八零零零", "手机号前面是[PHONE]"),
    ("幺三八 零零幺三 后四位八零零零", "[PHONE]"),
    ("我电话打了13次等了80分钟花了1380块", "我电话打了13次等了80分钟花了1380块"),
]

LANDLINES = [
    # area code 010, 02x with eight digits; 0xxx with seven or eight
    ("座机021-58880012", "座机[LANDLINE]"),
    ("010-6512 3456", "[LANDLINE]"),
    ("办公室(0571)8800-1122", "办公室[LANDLINE]"),
    ("零二幺 五八八八 零零幺二", "[LANDLINE]"),
    ("0371 6588 120", "[LANDLINE]"),
    ("固话0755-83210099转8012", "固话[LANDLINE]转8012"),
    ("座机五八八八零零幺二", "座机[LANDLINE]"),
    ("家里座机零七五吴二四三五七六七三白天", "家里座机[LANDLINE]白天"),
    # hotlines are public
    ("打95518", "打95518"),
    ("打九五五幺八一直没人接", "打九五五幺八一直没人接"),
    ("400-820-8888", "400-820-8888"),
    ("四零零八二零八八八八那个热线", "四零零八二零八八八八那个热线"),
    ("打过95518 12315 10086", "打过95518 12315 10086"),
    ("打400 820 8888没人接", "打400 820 8888没人接"),
    # a group that looks like a hotline inside a longer number is not one
    ("45276 12315", "[NUM]"),
]

IDS = [
    # GB 11643-1999: the standard's own example is 11010519491231002X
    ("身份证11010519491231002X", "身份证[ID_CARD]"),
    ("身份证 110105 19491231 002x", "身份证 [ID_CARD]"),
    ("一一零一零五一九四九一二三一零零二叉", "[ID_CARD]"),
    ("身份证一一零一零五嗯一九四九一二三一然后零零二叉", "身份证[ID_CARD]"),
    ("11010519491231002X", "[ID_CARD]"),
    ("证件号:11010120000101123X", "证件号:[ID_CARD]"),
    ("驾驶证号110105194912310021", "驾驶证号[ID_CARD]"),
    ("老身份证110105491231002", "老身份证[ID_CARD]"),
    ("驾驶证档案编号110105001234", "驾驶证档案编号[ID_CARD]"),
    ("身份证三一零一零五你听好啊一九八八零三零四再后面是一二三四", "身份证[ID_CARD]"),
    ("身份证幺幺零幺零五幺九四九幺二嗯不对幺二三幺零零二叉", "身份证[ID_CARD]"),
    # a wrong check character changes nothing: a checksum labels, it does not decide
    ("110105194912310029", "[ID_CARD]"),
    # no region 00 and no month 13, and no word in front: an unknown number
    ("001305194913310029", "[NUM]"),
    # a part number is nobody's, unless it is a real id after all
    ("型号编码110105194912310029", "型号编码110105194912310029"),
    ("型号编码11010519491231002X", "型号编码[ID_CARD]"),
]

CARDS = [
    # ISO/IEC 7812-1: 16 to 19 digits, Luhn
    ("卡号6222020200012345670", "卡号[BANK_CARD]"),
    ("卡号6222 0202 0001 2345 670", "卡号[BANK_CARD]"),
    ("6225-8801-2345-6783", "[BANK_CARD]"),
    ("卡号六二二二零二零二零零零一二三四五六七零", "卡号[BANK_CARD]"),
    ("建行卡 六 二 二 五 八 八 零 一 二 三 四 五 六 七 八 三", "建行卡 [BANK_CARD]"),
    ("4111111111111111", "[BANK_CARD]"),
    # fails Luhn: still masked
    ("卡号6222020200012345671", "卡号[BANK_CARD]"),
    ("1234567890123456", "[NUM]"),
    ("配件编码6222020200012345671", "配件编码6222020200012345671"),
]

PLATES = [
    ("车牌闽C厦门的D七二零九", "车牌[PLATE]"),
    ("辽B大写的M四四一零", "[PLATE]"),
    ("粤E就是深圳那个E后面三M零二九", "[PLATE]"),
    ("车牌鲁B七七不对七零K三五", "车牌[PLATE]"),
    ("车牌是心诶幺五地八三", "车牌是[PLATE]"),
    ("月比六五杰零九我的车坏了", "[PLATE]我的车坏了"),
    # GA 36-2018: province, letter, five; new energy six
    ("京A12345", "[PLATE]"),
    ("粤B·F20486", "[PLATE]"),
    ("沪AD12345蔚来ET5", "[PLATE]蔚来ET5"),
    ("沪A12345D的中巴", "[PLATE]的中巴"),
    ("车牌沪 a d 幺 二 三 四 五 充电", "车牌[PLATE] 充电"),
    ("京A一二三四五上周来过", "[PLATE]上周来过"),
    ("鲁F四C八八七一个鲁FD幺五六零九", "[PLATE]一个[PLATE]"),
    ("粤Z·K123港", "[PLATE]"),
    ("鲁Q·8K21挂", "[PLATE]"),
    ("使014578", "[PLATE]"),
    ("車牌滬A12345", "車牌[PLATE]"),
    # sound-alikes
    ("车牌护A八八D二幺", "车牌[PLATE]"),
    ("月 a d 五 三 七 一 九", "[PLATE]"),
    ("车牌沪阿德八八零三六", "车牌[PLATE]"),
    ("我的车是经A要二三四五", "我的车是[PLATE]"),
    ("车牌号川1 73537", "车牌号[PLATE]"),
    ("车牌号约滴97299", "车牌号[PLATE]"),
    ("车牌号月9729", "车牌号[PLATE]"),
    ("车牌号、热612", "车牌号、[PLATE]"),
    ("车牌号300块钱", "车牌号300块钱"),
    ("车牌尾号347的车", "车牌尾号347的车"),
    ("新车牌2024年才下来", "新车牌2024年才下来"),
    ("车牌是京A点12345", "车牌是[PLATE]"),
    ("皖A新能源D12345", "[PLATE]"),
    ("浙A的F九九八八七", "[PLATE]"),
    ("鄂A学一二三四", "[PLATE]"),
    ("车牌尾号97299", "车牌尾号97299"),
    ("邮箱lihua123@qq.com", "邮箱[EMAIL]"),
    ("与 ISO 4217 中的名称", "与 ISO 4217 中的名称"),
    # wrong: a province without a plate behind it
    ("京沪高速K1072", "京沪高速K1072"),
    ("川A的车", "川A的车"),
    ("这A12和B34", "这A12和B34"),
]

VINS = [
    # ISO 3779; check digit by GB 16735
    ("车架号LSVAM4184C2184532", "车架号[VIN]"),
    ("LSVAM4184C2184532", "[VIN]"),
    ("vin lsvam4184c2184532", "vin [VIN]"),
    ("车架号L S V A M 四 幺 八 四 C 二 幺 八 四 嗯 五 三 二 别克", "车架号[VIN] 别克"),
    ("车架号LSVAM4188C2184532", "车架号[VIN]"),
    ("车架号LSVAM4184C218453", "车架号[VIN]"),
    ("物料号LSVAM4188C2184532-RR", "物料号LSVAM4188C2184532-RR"),
]

EMAILS = [
    # RFC 5321, 5322
    ("发到chen.yi_fan+x@163.com就行", "发到[EMAIL]就行"),
    ("13800138000@qq.com", "[EMAIL]"),
    ("a@b.example.cn", "[EMAIL]"),
    ("邮箱liu meng 下划线 ev 艾特 qq 点 com对", "邮箱[EMAIL]对"),
    ("邮箱 h j m 八 八 at 幺 六 三 点 com 麻烦", "邮箱 [EMAIL] 麻烦"),
    ("邮箱是零三幺二艾特扣扣点com", "邮箱是[EMAIL]"),
    ("邮箱 zhang 三 艾特 要六三 点 com", "邮箱 [EMAIL]"),
    ("邮箱lihua at qq com", "邮箱[EMAIL]"),
    ("发我lucky 七七七 爱特 foxmail 点康母", "发我[EMAIL]"),
    ("what is at the shop", "what is at the shop"),
    ("@所有人 明天开会", "@所有人 明天开会"),
]

PASSPORTS = [
    # National Immigration Administration: E and eight digits, E, a letter and seven
    ("护照E12345678", "护照[PASSPORT]"),
    ("护照号E00000417，4S店说不行", "护照号[PASSPORT]，4S店说不行"),
    ("客户的passport C01X00T47，合同缺页", "客户的passport [PASSPORT]，合同缺页"),
    ("我拿护照EJ1234567租的车", "我拿护照[PASSPORT]租的车"),
    ("护照 g 四 四 五 五 六 六 七 八 可以吗", "护照 [PASSPORT] 可以吗"),
    ("护照号是易八零九零七零六幺租车", "护照号是[PASSPORT]租车"),
    ("H12345678这个香港护照", "[PASSPORT]这个香港护照"),
    ("E12345678", "[PASSPORT]"),
    ("外籍护照561009872", "外籍护照[PASSPORT]"),
]

POLICIES = [
    ("保单号PDAA202431010000123456下个月到期", "保单号[POLICY_NO]下个月到期"),
    ("案号PICC2025440100338812，理赔员让我补发票", "案号[POLICY_NO]，理赔员让我补发票"),
    ("保单尾号忘了，整号是PDZA202444030000218876", "保单尾号忘了，整号是[POLICY_NO]"),
    ("赔案CLM-2024-0509-778812", "赔案[POLICY_NO]"),
    ("案件号C P I C 杠 二零二四 杠 三六幺 杠 零零八七四五六对方", "案件号[POLICY_NO]对方"),
    ("报案号是六零六幺幺二零二四五五零零三三九四", "报案号是[POLICY_NO]"),
    ("报案95518", "报案95518"),
    ("报案号刚才那个是九零五幺零二零二四零零零幺二三四", "报案号刚才那个是[POLICY_NO]"),
    ("保单明年1月到期", "保单明年1月到期"),
]

SOCIAL_IDS = [
    ("微信换了，现在是xiao_ming77，电话没变", "微信换了，现在是[SOCIAL_ID]，电话没变"),
    ("加我微信呗hua大山下划线八八六", "加我微信呗[SOCIAL_ID]"),
    ("微信号是艾勒诶欧零七幺七", "微信号是[SOCIAL_ID]"),
    ("加我微信wx_lijing_88发照片", "加我微信[SOCIAL_ID]发照片"),
    ("QQ：2847001936", "QQ：[SOCIAL_ID]"),
    ("微信同号：cheche-2019", "微信同号：[SOCIAL_ID]"),
    ("我 的 q q 是 七 五 三 九 一 八 二 四", "我 的 q q 是 [SOCIAL_ID]"),
    ("微信w x 下划线 mengjie 八八", "微信[SOCIAL_ID]"),
    ("67280193是我QQ", "[SOCIAL_ID]是我QQ"),
    ("加v bluecar_2023 详谈", "加v [SOCIAL_ID] 详谈"),
    ("扣扣号八六七五三零九", "扣扣号[SOCIAL_ID]"),
    ("微信号是大写L小写y h 一九八五", "微信号是大写[SOCIAL_ID]"),
    (
        "微信就是x i a o 下划线 鱼 八 零 二不对没有鱼是x i a o y u 八 零 二",
        "微信就是[SOCIAL_ID]不对没有鱼是[SOCIAL_ID]",
    ),
    ("微信跟手机一样13800138000", "微信跟手机一样[PHONE]"),
    ("QQ音乐打不开", "QQ音乐打不开"),
    ("微信支付12.5元失败", "微信支付12.5元失败"),
    ("微信小程序ETCP", "微信小程序ETCP"),
]

COORDINATES = [
    # ISO 6709
    ("31.230416,121.473701", "[GPS]"),
    ("经纬度是三十点五七二八然后一百零四点零六六八", "经纬度是[GPS]然后[GPS]"),
    ("N39.90420 E116.40740附近", "[GPS]附近"),
    ("经度113.930412，纬度22.533190", "经度[GPS]，纬度[GPS]"),
    ("31°52′10″N 117°17′32″E", "[GPS]"),
    ("北纬三十一点二三零四东经一百二十一点四七三七", "北纬[GPS]东经[GPS]"),
    ("车在二九点五六三零 幺零六点五五幺六", "车在[GPS]"),
    ("北纬三十度十六分二十七秒东经一百二十度九分", "北纬[GPS]东经[GPS]"),
    ("经度一百二十点一五纬度三十点二七", "经度[GPS]纬度[GPS]"),
    ("经度不对", "经度不对"),
    ("胎压2.345 2.456", "胎压2.345 2.456"),
    ("电耗15.234 100.123", "电耗15.234 100.123"),
]

BIRTH_DATES = [
    ("伤者李凤兰，1972/11/05，已出院", "伤者[NAME]，[DOB]，已出院"),
    ("生日1985/03/12", "生日[DOB]"),
    ("我88年6月的，首次购车", "我[DOB]的，首次购车"),
    ("我15年的车", "我15年的车"),
    ("出生日期1990年8月15日", "出生日期[DOB]"),
    ("八七年四月二十三号生的", "[DOB]生的"),
    ("出生 日期 一 九 九 一 年 五 月 二 十 三 日 驾龄", "出生 日期 [DOB] 驾龄"),
    ("出生是六六年腊月初八", "出生是[DOB]"),
    ("出生年月日19910523", "出生年月日[DOB]"),
    ("生日是阴历七月初九", "生日是阴历[DOB]"),
    ("出生年月1983.09", "出生年月[DOB]"),
    ("我是六八年属猴的", "我是[DOB]属猴的"),
    ("三月八号是我妈生日", "[DOB]是我妈生日"),
    ("我妈尉迟秀英五六年六月二十七的受益人", "我妈[NAME][DOB]的受益人"),
    ("我零八年三月三号买的车", "我零八年三月三号买的车"),
    ("九八年的捷达", "九八年的捷达"),
    ("2024年5月17日生产的轮胎", "2024年5月17日生产的轮胎"),
    ("2024年5月17日生效", "2024年5月17日生效"),
]

NAMES = [
    # announced: 叫, a form's label, a role, 我是
    ("我叫王伟电话13800138000", "我叫[NAME]电话[PHONE]"),
    ("联系人：李建国", "联系人：[NAME]"),
    ("我 叫 赵 小满 车 是 新 的", "我 叫 [NAME] 车 是 新 的"),
    ("名字是欧阳明轩，写错了", "名字是[NAME]，写错了"),
    ("维修技师白洁非常专业", "维修技师[NAME]非常专业"),
    ("我是于欣，能不能我代领", "我是[NAME]，能不能我代领"),
    ("我 是 薛 长林 大灯 什么 时候 到", "我 是 [NAME] 大灯 什么 时候 到"),
    ("上官婉如女士来电", "[NAME]女士来电"),
    ("嗯我徐志强上周在你们那儿修的", "嗯我[NAME]上周在你们那儿修的"),
    # in running text
    ("车已经过户给弟弟苏子墨。", "车已经过户给弟弟[NAME]。"),
    ("你们店的沙静怡说三电终身质保", "你们店的[NAME]说三电终身质保"),
    ("蒋一凡的理赔款打到了蒋一帆账上", "[NAME]的理赔款打到了[NAME]账上"),
    ("应该是曹雪莹不是曹雪盈", "应该是[NAME]不是[NAME]"),
    ("陈宇航，2024-03-05提交的索赔", "[NAME]，2024-03-05提交的索赔"),
    # names that are words too need more around them
    ("高峰，15987652468，极氪001", "[NAME]，[PHONE]，极氪001"),
    ("建议把江山经理调走", "建议把[NAME]经理调走"),
    ("程序这个名字是真名", "[NAME]这个名字是真名"),
    ("就叫黎明姓黎", "就叫[NAME]姓黎"),
    ("高峰时段限功率，黎明的时候好点", "高峰时段限功率，黎明的时候好点"),
    # spelt out, by parts of the surname or by words
    ("名字是张晓明弓长张春晓的晓明天的明你们打错了", "名字是[NAME][NAME]你们打错了"),
    ("于淼干勾于三个水的淼手续都齐了", "[NAME][NAME]手续都齐了"),
    ("春晓的晓明天的明", "[NAME]"),
    ("显示于图标上方的标签", "显示于图标上方的标签"),
    ("我的车的车牌", "我的车的车牌"),
    # minorities, foreigners
    ("证件信息：阿依古丽·买买提，护照", "证件信息：[NAME]，护照"),
    ("我是古丽娜尔·艾合买提，充电枪", "我是[NAME]，充电枪"),
    ("您记一下扎西次仁藏族名字", "您记一下[NAME]藏族名字"),
    ("我 叫 热依汗 阿不都 充电 卡 丢 了", "我 叫 [NAME] 充电 卡 丢 了"),
    ("Michael Chen（外籍）", "[NAME]（外籍）"),
    ("英文名tony liu", "英文名[NAME]"),
    ("Model Y的Michelin轮胎", "Model Y的Michelin轮胎"),
    # wrong: words, places, brands, measure words; surname and title identify nobody
    ("驾驶人安全带没系", "驾驶人安全带没系"),
    ("联系人马上到", "联系人马上到"),
    ("姓名是必填的", "姓名是必填的"),
    ("我叫了拖车", "我叫了拖车"),
    ("我叫高师傅来", "我叫高师傅来"),
    ("退款打到这张卡", "退款打到这张卡"),
    ("查话费，查违章，查保单", "查话费，查违章，查保单"),
    ("张女士，13900001111", "张女士，[PHONE]"),
    ("我是秦皇岛的车主", "我是秦皇岛的车主"),
    ("张江、雷克萨斯、林肯、万达、马自达、路虎", "张江、雷克萨斯、林肯、万达、马自达、路虎"),
    ("方向盘跑偏，温度高，安全气囊灯亮", "方向盘跑偏，温度高，安全气囊灯亮"),
    ("武侯区和李沧区的站", "武侯区和李沧区的站"),
    ("麦克风没声音", "麦克风没声音"),
]

ADDRESSES = [
    ("送到道外区工程街副68号2单元701", "送到[ADDRESS]"),
    ("到铁西区建设中路十九号楼三单元五楼左门", "到[ADDRESS]"),
    ("在新市区鲤鱼山路路口往北200米家和园8栋", "在[ADDRESS]"),
    ("去青羊区光华村街四十五号", "去[ADDRESS]"),
    ("寄到杭州市西湖区文三路478号星时代广场B座1103，谢谢", "寄到[ADDRESS]，谢谢"),
    ("我住朝阳区望江西园四区410号楼2单元1803", "我住[ADDRESS]"),
    ("我家住在虹口区大连西路三百九十弄十二号六零二", "我家住在[ADDRESS]"),
    ("我 住 通州区 新华 大街 四十一 号院 二 号楼 一八零三 上门", "我 住 [ADDRESS] 上门"),
    ("地址是天津市和平区南京路189号", "地址是[ADDRESS]"),
    ("我家在北京市海淀区上地十街10号院2号楼1单元1001", "我家在[ADDRESS]"),
    ("地址静安区南京西路1266号", "地址[ADDRESS]"),
    ("寄到天津市南开区白堤路阳光100国际新城西园7号楼2门501", "寄到[ADDRESS]"),
    ("我住在龙湖时代天街三期六栋二单元幺八零二", "我住在[ADDRESS]"),
    ("我家住和谐家园五号楼三单元九零幺", "我家住[ADDRESS]"),
    ("收货地址是浙江省温州市鹿城区车站大道财富中心1508室", "收货地址是[ADDRESS]"),
    ("地址张店镇李家村三组15号", "地址[ADDRESS]"),
    ("大连市甘井子区华北路中华名城15-2-301", "[ADDRESS]"),
    ("师傅来白云区同和路二十一号之三五零二", "师傅来[ADDRESS]"),
    ("文三路上的充电站3号桩", "文三路上的充电站3号桩"),
    ("3号楼2单元门口停了一辆车", "3号楼2单元门口停了一辆车"),
    ("胎压2-3-250", "胎压2-3-250"),
    ("我知道3号桩坏了", "我知道3号桩坏了"),
    ("半路5号才到", "半路5号才到"),
    ("望京小区3号楼旁边的桩", "望京小区3号楼旁边的桩"),
    ("G2京沪高速K1072+300处", "G2京沪高速K1072+300处"),
    ("张江充电站晚上8点没位置", "张江充电站晚上8点没位置"),
]

NOT_PLATES = [
    ("全新ET5 2023款", "全新ET5 2023款"),
    ("全新G6 2024款", "全新G6 2024款"),
    ("京A1234", "京A1234"),
    ("两辆车排后面1234号桩", "两辆车排后面1234号桩"),
    ("车排后月9729", "车排后[PLATE]"),  # 车牌号粤D97299, as whisper printed it
]

READABLE = [
    "跑了三万八千公里",
    "花了八百块",
    "充到百分之八十",
    "一百二十三万",
    "1500000元",
    "里程12345678公里",
    "故障码P0171、C0031-23和P0300",
    "P0171 P0300 U0100",
    "电压三百八十六伏",
    "2025年11月3日",
    "二零二五年十一月三号下午三点",
    "2025-11-03 14:30",
    "提车日期20251103",
    "轮胎225/45R18",
    "问界M7和Model 3",
    "胎压2.3/2.4/2.5/2.1",
    "价格380 390 400 410元都有",
    "保养1,288元，结账1,688",
    "我数了一下一二三四五六七八总共八根桩",
    "三三两两排队七八个人",
    "工单号483920，三天没动静",
    "他要三百八外面才要一百八爸妈都说我被坑了",
    "版本8.6.138",
    "K1072+300处",
    "",
    "嗯 那个 就是",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *MOBILE,
        *LANDLINES,
        *IDS,
        *CARDS,
        *PLATES,
        *NOT_PLATES,
        *VINS,
        *EMAILS,
        *PASSPORTS,
        *POLICIES,
        *SOCIAL_IDS,
        *COORDINATES,
        *BIRTH_DATES,
        *NAMES,
        *ADDRESSES,
    ],
)
def test_table(text, expected):
    assert masked(text) == expected


@pytest.mark.parametrize("text", READABLE)
def test_what_is_nobodys_stays_readable(text):
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("编号1234568", "编号[NUM]"),
        ("编号123456", "编号123456"),
        ("八 八 六 六 五 五 四", "[NUM]"),
        ("1" * 50, "[NUM]"),
    ],
)
def test_an_unknown_run_of_seven_digits_is_masked_and_six_are_not(text, expected):
    assert masked(text) == expected


def test_the_check_characters_are_those_of_the_standards():
    assert check_character("11010519491231002") == "X"  # GB 11643-1999, example
    assert check_digit("1M8GDM9AXKP042788") == "X"  # worked example for the ISO 3779 check digit
    assert check_digit("11111111111111111") == "1"
    assert luhn("79927398713")
    assert not luhn("79927398710")
