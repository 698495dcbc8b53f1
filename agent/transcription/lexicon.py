"""Words of this trade: what drivers, charger customers and repair-shop customers speak about."""

from typing import Final

_TRADE: Final = {
    "brakes": """
        刹车 刹车片 刹车盘 刹车踏板 刹车油 刹车灯 刹车失灵 刹车距离 急刹 急刹车 踩刹车 刹不住 手刹 脚刹 电子手刹
        制动 制动液 紧急制动 自动紧急制动 制动力 刹停 驻车
    """,
    "steering and chassis": """
        方向盘 转向 转向灯 助力 方向助力 跑偏 底盘 悬架 悬挂 减震 减震器 避震 轮胎 胎压 胎压报警 胎压监测 爆胎
        轮毂 备胎 补胎 换胎 四轮定位 动平衡 磨损 胎噪 鼓包 减速带 剐底 托底
    """,
    "noises and faults": """
        异响 异味 异常 抖动 顿挫 卡顿 失灵 失效 失控 故障 故障灯 故障码 报警 报警灯 误报 漏油 漏水 漏液 漏电
        冒烟 起火 自燃 烧焦 焦味 生锈 松动 松脱 开裂 卡死 死机 黑屏 花屏 闪屏 闪退 白屏 重启 没反应 没有反应
        打不着火 熄火 趴窝 抛锚 噪音 噪声 杂音 咯噔 吱吱 嗡嗡 过热 发烫 色差 划痕 剐蹭 刮蹭 凹陷 虚电 亏电 掉电
        渗油 漏气 常亮 闪烁 异物 断裂 变形 松旷 共振 啸叫 尖叫 咚咚响 嗡嗡响 哒哒 滋滋 缺水 缺油 腐蚀 老化
        烧机油 积碳
    """,
    "engine and body": """
        发动机 变速箱 换挡 挂挡 倒挡 离合器 油门 油门踏板 机油 机油灯 水温 冷却液 防冻液 火花塞 空调 制冷 制热
        出风口 压缩机 空调滤芯 滤芯 雨刮 雨刮器 雨刷 玻璃水 车窗 天窗 车门 后备箱 前备箱 尾门 引擎盖 前机盖
        后视镜 大灯 远光灯 近光灯 雾灯 尾灯 车漆 保险杠 前保险杠 后保险杠 翼子板 挡风玻璃 前挡风 座椅 座椅加热
        座椅通风 方向盘加热 头枕 安全带 安全气囊 气囊 内饰 密封条 脚垫 钥匙 车钥匙 遥控钥匙 蓝牙钥匙 解锁 锁车
        落锁 车锁 点烟器 油耗 油箱 加油 尾气 排气管 冷启动 怠速 三元催化 行车记录仪
    """,
    "battery and range": """
        电池 动力电池 电池包 电池温度 电池衰减 电瓶 蓄电池 电机 电控 高压 续航 续航里程 里程 掉电太快 缩水
        能量回收 动能回收 电量 馈电 满电 没电 亏电 表显里程 纯电 增程 增程器 混动 插混 新能源
    """,
    "charging": """
        充电 充电桩 快充 快充桩 慢充 慢充桩 超充 超充站 充电枪 充电口 充电站 充电卡 充电速度 充电费 充不上电
        充不了电 充不进电 插枪 拔枪 跳枪 枪头 拔不出来 拔不下来 插不进去 离线 扫码 二维码 电费 服务费 占位
        占位费 油车 油车占位 车位 停车位 停车费 地锁 桩位 场站 预约 启动充电 结束充电 换电 换电站 家充 家用桩
        功率 千瓦 限流 空闲 盖板 充电接口 充电线 充电故障 充电记录 枪线 故障桩 坏桩 直流桩 交流桩 急停按钮 急停
    """,
    "payment": """
        付款 付不了款 付款失败 支付 支付失败 扣款 扣费 多扣 多扣费 重复扣款 退款 退费 余额 押金 预付 订单 账单
        发票 开票 开发票 优惠券 优惠 会员 结算 计费 收费 乱收费 报价 小程序
    """,
    "repair shop": """
        四S店 保养 小保养 大保养 首保 维修 维修师傅 师傅 技师 返修 返厂 返工 质保 三包 保修 工时 工时费 配件
        原厂 原厂件 副厂 副厂件 拆车件 钣金 喷漆 钣金喷漆 补漆 抛光 洗车 取车 提车 交车 试驾 服务顾问 接待
        服务态度 态度 工单 检测 诊断 复查 更换 召回 升级 售后 销售 展厅 门店 排队 讲解 敷衍 推诿
    """,
    "claims and insurance": """
        报案 报案号 出险 理赔 理赔款 理赔员 赔付 赔款 拒赔 全赔 定损 定损员 定损单 定损金额 查勘 查勘员 现场
        事故 事故责任 全责 无责 对方全责 追尾 交警 责任认定 保险 保险公司 车险 交强险 商业险 车损险 三者险
        第三者 座位险 划痕险 不计免赔 免赔 保单 保单号 保费 续保 投保 退保 涨价 出单 批改 保额 投诉 客服 专员
        材料 进度 赔偿 直赔 代步车 残值 查勘定损 快处快赔 人伤 车损 互碰自赔 保险单 缴费 出险次数 保险理赔
    """,
    "rescue": """
        救援 救援车 道路救援 紧急救援 救援电话 拖车 拖车费 吊车 搭电 送油 高速 应急车道 服务区 半路 三角牌
        反光背心
    """,
    "head unit": """
        车机 车机系统 中控 中控屏 中控大屏 大屏 触摸屏 仪表 仪表盘 抬头显示 导航 定位 地图 蓝牙 音响 喇叭 收音机
        麦克风 语音 语音助手 语音识别 语音控制 唤醒 流量 热点 远程 远程启动 远程控制 手机互联 系统升级 升级失败
        固件 倒车影像 全景影像 影像 摄像头 界面 按键 旋钮 氛围灯 无线充电
    """,
    "driver assistance": """
        辅助驾驶 自动驾驶 智能驾驶 智驾 领航 领航辅助 自动泊车 泊车 代客泊车 自适应巡航 巡航 定速巡航 跟车 车道
        车道保持 车道偏离 偏离预警 变道 变道辅助 并线 盲区 盲区监测 雷达 前雷达 倒车雷达 毫米波雷达 激光雷达
        碰撞预警 预警 误触发 幽灵刹车 误刹 误判 接管 限速 识别 疲劳监测
    """,
    "child seat": """
        儿童座椅 儿童安全座椅 安全座椅 儿童锁 接口 固定
    """,
}
_EVERYDAY: Final = """
    尽快 联系 联系我 处理 解决 回电话 回复 安排 答复 告知 手机号 车牌号 身份证号 车架号 耐烦 建议 希望 严重 需要
    删除 数据
"""

DOMAIN: Final[frozenset[str]] = frozenset(" ".join(_TRADE.values()).split())
"""A sentence that holds one of these may be about the trade."""
TERMS: Final[frozenset[str]] = DOMAIN | frozenset(_EVERYDAY.split())
"""What a misheard run may be mended to."""

_PLAIN: Final = """
    他们店 代驾 你们店 充值 充值记录 充电位 充电器 充电宝 出租车 卡是 卡车 又响 司机 咱们店 响一下 想一想
    意外险 意险 我们店 指定驾驶员 电话一响 租车 网约车 行驶证 货车 身份证 车主 车友 车船税 车队 边倒 驾驶证
"""
PLAIN: Final[frozenset[str]] = frozenset(_PLAIN.split())
"""Words that are right as they stand, and sound like a term."""

_MECHANICS: Final = ("brakes", "steering and chassis", "engine and body")
_MISHEARD: Final = (
    ("意向", "异响", _MECHANICS),
    ("意象", "异响", _MECHANICS),
    ("意味", "异味", _MECHANICS),
    ("跳墙", "跳枪", ("charging",)),
)
MISHEARD: Final = {
    word: (term, frozenset(w for topic in topics for w in _TRADE[topic].split())) for word, term, topics in _MISHEARD
}
"""Ordinary words that are printed for a term: the term, and the words one of which must stand in the sentence."""
