"""Words of this trade: what drivers, charger customers and repair-shop customers speak about."""

from typing import Final

from agent.transcription.terms_service import SERVICE
from agent.transcription.terms_vehicle import VEHICLE

TOPICS: Final[dict[str, frozenset[str]]] = {
    topic: frozenset(terms.split()) for topic, terms in {**VEHICLE, **SERVICE}.items()
}
"""Topic -> terms."""

_EVERYDAY: Final = """
    尽快 联系 联系我 没人联系我 处理 解决 回电话 回复 安排 答复 告知 手机号 手机号码 车牌号 身份证号 车架号 联系电话
    耐烦 不耐烦 建议 希望 严重 需要 删除 数据 司机 驾驶员 车主 客户 用户 顾客 尽快处理 尽快解决 尽快联系我 给我回电话
    给个说法 给个解释 没人理我 到底 一直没 三次 两次 几次 上午 下午 昨天 今天 刚买 新买 买了 提示 显示 反应 打开 关闭
    打不开 关不上 关不严 噪声大 声音 声音很大 声音太大 响声 太慢 太贵 太差 太吵 很差 很好 不好 不行 不错 厉害 明显
    特别 老是 总是 经常 突然 一直 有时候 莫名其妙 冬天 夏天 下雨天 开不了 关不了 用不了 修一下 看一下 查一下 问一下
    两万公里 三万公里 公里
"""

DOMAIN: Final[frozenset[str]] = frozenset().union(*TOPICS.values())
"""Terms of the trade."""
BRANDS: Final[frozenset[str]] = TOPICS["brands"]
TERMS: Final[frozenset[str]] = DOMAIN | frozenset(_EVERYDAY.split())
"""What a misheard run may be mended to."""

_COMMON: Final = """
    假货 按钮 音量 低音 风扇 灯泡 灯光 螺丝 螺栓 冰箱 漏水 着火 起火 冒烟 座椅 暖气 卫生间 业务员 加油站 烧焦 烧坏
    烧了 哗啦 水箱 喷水 扶手 打官司 法院 起诉 调解 吊车 海鸥 海豚 海豹 气味 臭味 霉味 糊味 没人管 没人接 没人理
    没人接电话 没人负责 忘了 打折 坑人 忽悠 套路 敷衍 修好 修好了 修不好 撞到 撞上 撞了 被撞 被撞了 插上去 插不上
    插不进 听不懂 听歌 没信号 没有信号 信号差 断网 没网 没有网络 连不上 连不上网 连接不上 太暗 太亮 没电 没电了 半路
    半路上 半道 路边 荒郊野外 半夜 大半夜 优惠 优惠活动 好评 差评 点赞 卡住 卡住了 卡死 断了 断裂 裂开 进水 进灰 渗水
    漏气 漏风 漏电 换新 换件 有点贵 太贵了 便宜 价格 价格贵 价格太贵 价格合理 价格偏高 价格不透明 价格透明 很专业
    不专业 专业 很耐心 耐心 很负责 不负责 不负责任 热情 很热情 满意 很满意 非常满意 不满意 很不满意 非常不满意 等太久
    等待 等待太久 等待时间 等了很久 等了半天 等了一上午 等了一下午 等了两个小时 等了三个小时 等了一个小时 等了半个小时
    等了一个多月 等了一个月 等了一周 等一个月 排队 要排队 排长队 排队太久 排了很久 医药费 医疗费 住院费 误工费 营养费
    伤者 伤残 手续费 停车场 地下停车场 停车位 车位 车库 地库 地下车库 贷款 首付 月供 利息 尾款 补贴 积分 会员 会员卡
    会员费 会员价 现金 刷卡 刷脸 刷卡机 退款 退钱 退费 退还 余额 余额不足 押金 定金 充值 订单 账单 发票 电子发票
    开发票 抬头 优惠券 代金券 折扣 套餐 月卡 结账 收银 收银台 收银员 收费 多收钱 价钱 报价 到账 到账了 没到账 还没到账
    小程序 公众号 登录 登录不上 登录不了 登录不上去 验证码 收不到验证码 账号 绑定 解绑 费用 缴费 付费 付款 支付 支付宝
    微信支付 现场 到现场 事故 交警 逃逸 报废 涨价 涨了 降价 材料 材料齐全 补材料 交材料 进度 客服 客服电话 人工客服
    投诉 投诉电话 要投诉 专员 评估 道歉 赔礼道歉 赔偿 补偿 赔钱 赔款 回访 满意度 评价 表扬 感谢 体验 销售 展厅 门店
    网点 专卖店 直营店 经销商 总部 厂家 厂商 休息区 休息室 茶水 午餐 免费午餐 前台 服务 服务好 服务差 服务员 服务人员
    服务不错 服务周到 服务热情 服务质量 服务水平 服务中心 工作人员 态度 态度好 态度很好 态度差 态度很差 态度不好
    态度不错 态度太差 态度恶劣 态度冷淡 效率 效率低 效率高 效率很高 效率太低 讲解 解释 解释清楚 不理人 爱理不理
    爱答不理 打不通 电话打不通 占线 一直占线 不接电话 不回消息 不回复 没回复 联系不上 联系不到 缺货 没货 没有货 到货
    零件 正品 二手车 检查 检测 诊断 复查 更换 换一个 新件 旧件 升级 更新 推送 版本 系统 系统升级 系统更新 屏幕
    屏幕不亮 黑屏 死机 重启 闪退 卡顿 没反应 没有反应 毫无反应 按键 菜单 界面 地图 导航 蓝牙 蓝牙耳机 音响 音质 喇叭
    电台 收音机 摄像头 语音 识别 热点 流量 芯片 应用 亮度 手机互联 投屏 充电 没充上 充满 充满电 充电器 电池 电池寿命
    电池容量 换电池 锂电池 耗电 电量 电量不足 电费 电价 电表 电流 电压 断电 跳闸 短路 断路 保险丝 电工 电力局 物业
    保安 抬杆 雨棚 空调 开空调 关空调 制冷 制热 暖风 冷风 热风 暖风机 出风口 压缩机 滤芯 换滤芯 噪音 噪音大 噪音很大
    噪声 杂音 有杂音 隔音 隔音差 隔音太差 嗡嗡 嗡嗡响 嗡嗡声 沙沙 沙沙响 刺耳 咔嚓 尖叫 哐当 咣当 吱呀 咯吱 吱吱
    吱吱叫 异味 有异味 气缸 玻璃 螺丝松了 钥匙 备用钥匙 配钥匙 门锁 上锁 锁不上 门把手 门板 顶棚 门槛 地毯 弹簧 皮带
    轴承 链条 划痕 有划痕 划伤 掉漆 生锈 变形 脱落 开裂 松动 老化 发热 发烫 烫手 过热 异常 失灵 失控 故障 毛病 小毛病
    通病 质量问题 做工 做工粗糙 高速 高速公路 高架 隧道 护栏 行人 障碍物 车道 救援 服务区 打电话 汽油 柴油 马力 排量
    提速 加速 限速 接口 安装不上 固定 退出 突然退出 理想 蔚来 小鹏 小米 大众 现代 平安 银河 坦克 长城 长安 几何 红旗
    华为 东风 欧拉 仰望 萤火虫 哪吒 深蓝 太平洋 福特 林肯 大疆 三菱 标致 领航 启源 乐道 传祺 小桔 快电 普天 南网 国网
    博世 高合 宝骏 别克 玲珑 一汽 保障 保险 保险公司 买保险 代理人 经纪人 业务 九二 第二排 第三排 后排 扣款 扣费
    一号桩 送水 送油 拖走 拖到 拖回来 困在 洗车 车顶 车牌 强制消费 虚假宣传 霸王条款 欺骗 欺诈 消协 三一五 监管部门
    贬值费 贴膜 清洗 施工 装潢 改装 加装 拆装 车间 工位 做检测 打蜡 抛光 年审 过户 分期 闪烁 频繁 不亮 常亮 一直亮
    缺水 节假日 高峰期 亏电了 上电 下电 上不了电 放电 电站 站点 站长 空开 被占 被占了 被占用 占用 占着 性价比 有缺陷
    缺陷 设计缺陷 偶发 间歇性 漏液 应用商店 车标 技术 技术好 技术差 手艺 细心 负责 师傅 老师傅 技师 推脱 推诿 踢皮球
    推卸责任 雷达 接管 巡航 识别不了 识别不出来 唤醒 叫不醒 正时 主次 主责 同责 气门 活塞 一挡 二挡 三挡 四挡 五挡
    手动挡 左前 右前 左后 右后 助力 回正 定位 悬挂 减震 颠簸 磨损 过坑 过坎 起包 鼓包 前脸 中网 格栅 香氛 头枕 腰托
    座套 贬值损失 对方 撞车 对方全责 归位 自燃 半挂 通讯故障 通信故障 模块故障 桩子 预约 提前预约 约好 取送 换车 退车
    新车 没人接待 拥堵 修理 修车 修坏了 没修 没修好 修了三次 修了两次 修了好几次 维修 保修 保修期 保修期内 返修 返工
"""
COMMON: Final[frozenset[str]] = frozenset(_COMMON.split())
"""Terms that everyday talk uses as well: they do not show that a sentence is about the trade."""

_SIGNS: Final = """
    底盘 保养 轮胎 气囊 制动 车窗 车门 车身 油箱 蓄电池 售后服务 转速 刮水器 奔驰 宝马 奥迪 发动机 变速箱 刹车
    车牌号 车牌号码 身份证号 手机号 车架号 联系电话 报案号 保单号
"""
SIGNS: Final[frozenset[str]] = frozenset(_SIGNS.split())
"""Terms that show it although general text uses them often."""
URGENT: Final[frozenset[str]] = frozenset(("尽快", "尽快处理", "尽快解决", "尽快联系我"))
"""What people end with, whatever they speak about."""

_PLAIN: Final = """
    他们店 代驾 你们店 充值 充值记录 充电位 充电器 充电宝 出租车 卡是 卡车 又响 司机 咱们店 响一下 想一想 意外险 意险
    我们店 指定驾驶员 电话一响 有意向 往左边 往右边 车倒 租车 网约车 行驶证 货车 身份证 车主 车友 车船税 车队 边倒
    驾驶证
"""
PLAIN: Final[frozenset[str]] = frozenset(_PLAIN.split())
"""Words that are right as they stand, and sound like a term."""

_MECHANICS: Final = ("brakes", "steering and chassis", "engine", "body and cabin")
_MISHEARD: Final = (
    ("意向", "异响", _MECHANICS),
    ("意象", "异响", _MECHANICS),
    ("意味", "异味", _MECHANICS),
    ("跳墙", "跳枪", ("charging",)),
)
MISHEARD: Final = {word: (term, frozenset().union(*(TOPICS[t] for t in topics))) for word, term, topics in _MISHEARD}
"""Ordinary words that are printed for a term: the term, and the words one of which must stand in the sentence."""
