"""Words beside a number that say what it is, shared by several recognisers."""

import re
from typing import Final

from agent.masking.reading import Reading

PHONE: Final = re.compile(
    r"手机|电话|号码|联系|来电|拨打|[打拨找]|致电|回电|座机|固话|热线|短信|我的号|[他她]的?号|预留|TEL|PHONE"
    r"|MOBILE|CALL|\+$"
)
LANDLINE: Final = re.compile(r"座机|固话|固定电话|电话|办公室|单位|店里|家里|前台|传真|直线|[打拨]|TEL|FAX")
ID_CARD: Final = re.compile(r"身份|证件|驾驶证|驾照|证号|档案")
CARD: Final = re.compile(r"卡|账号|帐号|账户|银行|[工农中建交招]行|农信|存折|尾号")
PLATE: Final = re.compile(r"车牌|牌照|牌子|牌号|绿牌|蓝牌|黄牌|黑牌|挂牌|号牌|车号|辆|台|车[是号]?|行驶证|名下|撞|开")
VIN: Final = re.compile(r"车架|VIN|底盘号|识别[代号]")
_PRODUCT: Final = re.compile(
    r"(?:唛头|物料|配件|零件|备件|料|(?<![证邮文条信])件|产品|商品|物品|软件|硬件|固件|型号|条码|条形码|批次|货|桩体?|模块|错误|故障"
    r"|返回|软件版本|版本|SKU|PART|(?:退款|付款|支付|维修|派工|结算|施工|送修)单|订单|流水|工单|合同|交易|运单|快递|取件|发票|桩|枪|设备|终端|充电桩|SN|S/N)"
    r"(?:订单|产品)?的?(?:号码|编码|编号|条码|代码|序列号|号|码|NO\.?)?(?:是|为|[::\-=(]|0X|[VR]?\d{1,2}(?:\.\d{1,3}){1,3}\(|[A-Z]{1,4})*$"
)


def names_product(reading: Reading, start: int) -> bool:
    """Whether the words just before a place announce a part, product or software number, which is nobody's."""
    return _PRODUCT.search(reading.before(start, 14)) is not None
