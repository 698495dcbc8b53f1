"""Every word of the staff pages, in Chinese first and in English beside it.

- Both languages hold the same keys with the same placeholders; a test compares them.
- A missing key is an error, never an empty place on the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from hub.web.campaign_wording import CAMPAIGN_WORDS

LANGUAGES: Final = ("zh-CN", "en")
"""What the pages speak; the first one is the default."""

_BOTH: Final[Mapping[str, tuple[str, str]]] = {
    # frame
    "app": ("听车服务台", "Tingche desk"),
    "skip": ("跳到内容", "Skip to content"),
    "nav": ("主导航", "Main"),
    "nav.tickets": ("工单", "Tickets"),
    "nav.erasures": ("删除", "Erasures"),
    "nav.contacts": ("回拨", "Call-backs"),
    "nav.review": ("复核", "Review"),
    "nav.audit": ("审计", "Audit"),
    "colon": ("：", ": "),
    "nav.people": ("人员", "People"),
    "nav.account": ("我", "Me"),
    "comma": ("、", ", "),
    "to_language": ("English", "中文"),
    "to_dark": ("深色", "Dark"),
    "to_light": ("浅色", "Light"),
    "keys": ("快捷键", "Keys"),
    "footer": ("时间均为北京时间", "Times are Beijing time"),
    "footer.left": ("剩余时间以服务台的时钟为准", "time left follows the hub's clock"),
    # link
    "live": ("实时，{time} 更新", "Live, updated {time}"),
    "as_of": ("{time} 的内容", "As of {time}"),
    "stale": ("{time} 起未更新", "Not updated since {time}"),
    "stale.said": (
        "连不上服务台，{time} 起未更新。恢复后会自己更新。",
        "The hub cannot be reached; not updated since {time}. Updates resume by themselves.",
    ),
    "live.said": ("已恢复更新", "Updating again"),
    "new.said": ("新到 {count} 张工单，未关闭 {open} 张", "New tickets: {count}. Open: {open}."),
    # tiles
    "tiles": ("按情况筛选", "Filter"),
    "show.open": ("未关闭", "Open"),
    "show.overdue": ("已超时", "Overdue"),
    "show.hour": ("1 小时内到期", "Due in 1 h"),
    "show.day": ("24 小时内到期", "Due in 24 h"),
    "show.safety": ("安全", "Safety"),
    "show.review": ("待人工复核", "Needs review"),
    # list head
    "search": ("工单号、回执码、内容", "Number, code or words"),
    "search.do": ("搜索", "Search"),
    "sort": ("排序", "Order"),
    "sort.new": ("最新在前", "Newest first"),
    "sort.left": ("剩余时间少的在前", "Least time left first"),
    "shown": ("{count} 张工单", "Tickets: {count}"),
    "shown.filtered": ("{filter}：{count} 张", "{filter}: {count}"),
    "shown.newest": ("最新 {count} 张工单", "The newest {count} tickets"),
    "shown.cut": ("显示前 {shown} 张，共 {count} 张", "First {shown} of {count}"),
    "scan.cut": ("只在最近 {count} 张里查找", "Looked through the newest {count} only"),
    "show_all": ("显示全部", "Show all"),
    "col.severity": ("严重度", "Severity"),
    "col.left": ("剩余时间", "Time left"),
    "col.said": ("客户原话，已遮盖", "What was said, masked"),
    "col.from": ("来自", "From"),
    "col.department": ("责任部门", "Department"),
    "col.status": ("状态", "Status"),
    # ticket values
    "severity.safety": ("安全", "Safety"),
    "severity.high": ("高", "High"),
    "severity.medium": ("中", "Medium"),
    "severity.low": ("低", "Low"),
    "status.new": ("待响应", "New"),
    "status.in_progress": ("处理中", "In progress"),
    "status.closed": ("已关闭", "Closed"),
    "status.erased": ("已删除", "Erased"),
    "status.expired": ("到期已删", "Expired"),
    "status.frozen": ("已冻结", "Frozen"),
    "department.roadside": ("道路救援", "Roadside"),
    "department.claims": ("理赔部", "Claims"),
    "department.charging": ("充电运营", "Charging"),
    "department.repair": ("维修", "Repair"),
    "department.underwriting": ("承保部", "Underwriting"),
    "department.product": ("产品部", "Product"),
    "department.service_desk": ("服务台", "Service desk"),
    "device.head_unit": ("车机", "Head unit"),
    "device.charger_kiosk": ("充电桩", "Charger"),
    "device.service_terminal": ("4S 终端", "4S terminal"),
    "source.voice": ("语音", "Voice"),
    "source.touch": ("触屏", "Touch"),
    "source.typed": ("打字", "Typed"),
    "scene.spontaneous": ("主动反馈", "Spontaneous"),
    "scene.charging_done": ("充电结束", "Charging done"),
    "scene.repair_done": ("维修结束", "Repair done"),
    "scene.accident": ("出险", "Accident"),
    "scene.surveyor_on_way": ("查勘员在路上", "Surveyor on the way"),
    "scene.surveyor_on_site": ("查勘员到场", "Surveyor on site"),
    "scene.claim_closed": ("理赔结案", "Claim closed"),
    "scene.rescue_done": ("救援结束", "Rescue done"),
    "scene.battery_hot": ("电池过热", "Battery too hot"),
    "scene.battery_checked": ("电池检测后", "Battery checked"),
    "scene.harsh_braking": ("多次急刹车", "Harsh braking"),
    "scene.harsh_acceleration": ("多次急加速", "Harsh acceleration"),
    "scene.fault_code": ("新故障码", "New fault code"),
    "scene.charge_level_jump": ("电量突变", "Charge level jumped"),
    "scene.left_usual_area": ("离开常去区域", "Left its usual area"),
    "scene.warning_light": ("警示灯", "Warning light"),
    "scene.unusual_noise_said": ("说到异响", "Unusual noise"),
    "scene.driver_assist_ended": ("辅助驾驶结束", "Driving assistance ended"),
    "scene.trip_ended": ("行程结束", "Trip ended"),
    "answer.free": ("原话见上", "In their own words, above"),
    "answer.meant": ("语音，匹配 {percent}%", "Voice, {percent}% match"),
    "detail.answers": ("问与答", "Asked and answered"),
    "mark": ("信息量低", "Says little"),
    "mark.empty": ("没有内容", "No content"),
    "mark.typed_at_random": ("随意键入", "Typed at random"),
    "mark.no_more_than_a_nod": ("敷衍回复", "No more than a nod"),
    "mark.the_question_itself": ("重复问题本身", "The question itself"),
    "mark.burst": ("疑似店方自评：连着点", "Perhaps the shop's own: in a burst"),
    "mark.one_hand": ("疑似店方自评：同一只手", "Perhaps the shop's own: one hand"),
    "mark.closed": ("疑似店方自评：已打烊", "Perhaps the shop's own: after hours"),
    "mark.repeated": ("重复反馈", "Said before"),
    "limit.safety": ("安全 10 分钟", "Safety, 10 min"),
    "limit.vehicle": ("车辆触发 1 小时", "Vehicle, 1 h"),
    "limit.promised": ("承诺 24 小时", "Promised, 24 h"),
    "limit.outer": ("最晚 48 小时", "Latest, 48 h"),
    "rating": ("评分", "Rating"),
    "rating.1": ("很差", "Very bad"),
    "rating.2": ("较差", "Bad"),
    "rating.3": ("一般", "So-so"),
    "rating.4": ("满意", "Good"),
    "rating.5": ("很满意", "Very good"),
    "no_words": ("没有留言", "No words left"),
    "gone.erased": ("应客户要求已删除", "Erased at the customer's request"),
    "gone.expired": ("保存期已满，已自动删除", "Kept as long as it was needed, then deleted"),
    "gone.frozen": ("客户已要求删除，依法保存到期后自动删除", "Erasure was asked for; kept by law until a date"),
    "review": ("识别把握低，待复核", "Heard unsurely, needs review"),
    "late.offline": ("离线 {span}后送达", "Delivered after {span} offline"),
    "late.offline_unknown": ("离线后送达", "Delivered after being offline"),
    "late.delayed": ("{span}后送达", "Delivered {span} later"),
    # masked places; the type is the contract's
    "mask.PHONE": ("手机号", "mobile no."),
    "mask.LANDLINE": ("座机", "landline"),
    "mask.PLATE": ("车牌", "plate"),
    "mask.ID_CARD": ("身份证号", "ID no."),
    "mask.PASSPORT": ("护照号", "passport no."),
    "mask.BANK_CARD": ("银行卡", "bank card"),
    "mask.VIN": ("车架号", "VIN"),
    "mask.EMAIL": ("邮箱", "e-mail"),
    "mask.NAME": ("姓名", "name"),
    "mask.ADDRESS": ("地址", "address"),
    "mask.SOCIAL_ID": ("社交账号", "social ID"),
    "mask.POLICY_NO": ("保单号", "policy no."),
    "mask.GPS": ("位置", "location"),
    "mask.DOB": ("生日", "birth date"),
    "mask.NUM": ("号码", "number"),
    "mask.other": ("已遮盖", "masked"),
    # times
    "left.over": ("超时 {span}", "{span} over"),
    "left.none": ("不再计时", "No limit running"),
    "span.days": ("{d} 天 {h} 小时", "{d} d {h} h"),
    "span.hours": ("{h} 小时 {m} 分", "{h} h {m} min"),
    "span.minutes": ("{m} 分", "{m} min"),
    "span.short": ("{m} 分 {s} 秒", "{m} min {s} s"),
    "span.seconds": ("{s} 秒", "{s} s"),
    "about.days": ("{n} 天", "{n} d"),
    "about.hours": ("{n} 小时", "{n} h"),
    "about.minutes": ("{n} 分钟", "{n} min"),
    "ago": ("{span}前", "{span} ago"),
    "ago.now": ("刚刚", "just now"),
    "moment": ("{month} 月 {day} 日 {clock}", "{day} {name} {clock}"),
    "moment.year": ("{year} 年 {month} 月 {day} 日 {clock}", "{day} {name} {year} {clock}"),
    # detail
    "detail.limits": ("时限，从服务台收到时起算", "Limits, from when the hub had it"),
    "detail.facts": ("来历", "Where it comes from"),
    "detail.due": ("{time} 到期", "due {time}"),
    "fact.receipt": ("回执码", "Receipt code"),
    "fact.device": ("设备", "Device"),
    "fact.how": ("方式", "How"),
    "fact.recorded": ("说于", "Said at"),
    "fact.received": ("收到", "Received"),
    "fact.contact": ("联系方式", "Contact"),
    "fact.clock": ("（按设备时钟，不可信）", " (device clock, not plausible)"),
    "contact.sealed": ("已留，密封，本页看不到", "Left, sealed, not readable here"),
    "contact.none": ("没有留", "None left"),
    "detail.erased": (
        "这里只剩工单号和收到时间，其余一概没有。",
        "Only the number and the time of arrival remain; nothing else is kept.",
    ),
    "detail.expired": (
        "内容已按保存期限删除，这里只剩工单号和收到时间。",
        "The content was deleted at the end of its time; only the number and the time of arrival remain.",
    ),
    "detail.frozen": (
        "内容已冻结：任何人都看不到、用不了，到期自动删除。",
        "The content is frozen: nobody can see or use it, and it is deleted by itself at the end.",
    ),
    # nothing to show
    "none.title": ("还没有工单", "No tickets yet"),
    "none.lead": (
        "开通的设备上，客户说的、写的、点的每一条反馈，遮盖个人信息后都会出现在这里，带着时限，不用刷新。",
        "Every feedback given on an enrolled device appears here by itself: masked, with its time limits.",
    ),
    "none.devices": (
        "已开通 {count} 台设备，等第一条反馈。",
        "Devices enrolled: {count}. Waiting for the first feedback.",
    ),
    "none.step1": ("在服务台这台机器上取一个一次性开通码", "On the hub's machine, make a one-time enrolment code"),
    "none.step2": ("在设备上用这个码开通", "On the device, enrol with that code"),
    "none.step2.note": (
        "设备不在这台机器上时，--hub 换成服务台的 https 地址。",
        "For a device elsewhere, give the hub's https address as --hub.",
    ),
    "none.step3": ("在设备上说一句或点一个评分", "On the device, say something or touch a rating"),
    "none.step3.note": (
        "没有网络时，设备会先存着，联网后自动送来。",
        "Without a network the device keeps it and sends it later by itself.",
    ),
    "none.help": (
        "DIR 是各自的数据文件夹，CODE 是第一步得到的码；每条命令后加 --help 会说明其余参数。",
        "DIR is each side's state folder, CODE comes from step 1; --help shows the other options.",
    ),
    "none.match": ("没有符合的工单", "No ticket matches"),
    "none.match.lead": ("换个词，或显示全部。", "Try other words, or show all."),
    # erasures
    "erasures.lead": (
        "客户要求删除后，这里只记下：何时要求、何时删完、删了几张、来自哪台设备。其余一概不知。",
        "What remains of an erasure: when asked, when done, how many tickets, from which device. Nothing else.",
    ),
    "erasures.none": ("还没有人要求删除", "Nobody has asked for an erasure yet"),
    "erasures.none.lead": (
        "客户在设备上要求删除后，服务台随即删除，并在这里留下一行。",
        "When a customer asks on a device, the hub erases too and leaves one line here.",
    ),
    "erasures.overdue": (
        "{count} 次删除已超过法定期限（十个工作日），请立即查看服务台的日志和磁盘。",
        "Past the ten working days that the law allows: {count}. Look at the hub's log and disk now.",
    ),
    "standing.running": ("正在删除", "Erasing"),
    "standing.slow": ("比平时慢，仍在删除", "Slower than usual, still erasing"),
    "standing.frozen": ("依法冻结", "Frozen by law"),
    "standing.overdue": ("已超期", "Overdue"),
    "due": ("最迟 {at}", "due {at}"),
    "due.weekends": (
        "最迟 {at}（放假安排未公布，只按周末计）",
        "due {at} (holidays not announced yet, weekends alone counted)",
    ),
    "due.frozen": ("{at} 自动删除", "erases itself {at}"),
    "follows.waits": ("服务台要求，等设备确认", "Asked for at the hub; the device has not confirmed yet"),
    "follows.done": ("服务台要求，设备已于 {at} 删除", "Asked for at the hub; erased on the device {at}"),
    "erasures.count": ("{count} 次删除", "Erasures: {count}"),
    "col.asked": ("客户要求", "Asked for"),
    "col.done": ("服务台删完", "Erased in the hub"),
    "col.tickets": ("删除的工单", "Tickets erased"),
    "col.device": ("从哪台设备", "From device"),
    "col.erasure": ("删除编号", "Erasure no."),
    "erasures.tickets": ("{count} 张", "{count}"),
    "erasures.tickets_none": ("没有找到工单", "No ticket was found"),
    # keys
    "keys.title": ("快捷键", "Keys"),
    "keys.move": ("上下移动", "Move down, up"),
    "keys.open": ("展开、收起", "Open, fold"),
    "keys.search": ("搜索", "Search"),
    "keys.tiles": ("筛选，再按一次取消", "Filter; again to clear"),
    "keys.sort": ("换排序", "Change order"),
    "keys.escape": ("收起、清除搜索", "Fold, clear search"),
    "keys.help": ("这张表", "This list"),
    "keys.on": ("使用单键快捷键", "Use single-key shortcuts"),
    "keys.close": ("关闭", "Close"),
    # signing in
    "sign_in": ("登录", "Sign in"),
    "sign_in.title": ("登录听车服务台", "Sign in to the Tingche desk"),
    "sign_in.lead": (
        "用您的通行密钥：指纹、面容、PIN 或安全钥匙。这里没有密码。",
        "Use your passkey: a finger, a face, a PIN or a security key. There is no password here.",
    ),
    "sign_in.do": ("用通行密钥登录", "Sign in with a passkey"),
    "sign_in.first": ("第一次来？", "First time here?"),
    "sign_in.code": ("输入邀请码", "Enter an invitation"),
    "sign_out": ("退出", "Sign out"),
    "sign_out.everywhere": ("在所有设备上退出", "Sign out everywhere"),
    "invitation.title": ("用邀请加入", "Join by invitation"),
    "invitation.lead": (
        "邀请码只能用一次，24 小时内有效。这台设备会为您创建一把通行密钥，以后用它登录。",
        "An invitation works once, within 24 hours. This device makes a passkey for you, to sign in with from then on.",
    ),
    "invitation.code": ("邀请码", "Invitation"),
    "invitation.do": ("创建通行密钥并登录", "Make a passkey and sign in"),
    "invitation.have": ("已有通行密钥？", "Have a passkey already?"),
    "door.waiting": ("请在设备弹出的窗口里确认。", "Confirm in the window that your device shows."),
    "door.stopped": ("没有完成，可以再试一次。", "Not finished. You can try again."),
    "door.refused": (
        "这把通行密钥不能登录这里。请换一把，或请管理员重新邀请您。",
        "This passkey does not open this desk. Use another one, or ask an administrator to invite you again.",
    ),
    "door.code_refused": (
        "邀请码无效或已过期。请核对，或请管理员再发一个。",
        "The invitation is not valid or has ended. Check it, or ask an administrator for another.",
    ),
    "door.wait": ("试得太多了，请过 {seconds} 秒再试。", "Too many tries. Wait {seconds} seconds, then try again."),
    "door.has_one": ("这台设备上已经有您的通行密钥。", "This device holds a passkey of yours already."),
    "door.unreachable": ("连不上服务台，请稍后再试。", "The hub cannot be reached. Try again in a moment."),
    "door.cannot": (
        "这个浏览器在这个地址用不了通行密钥。请用 https 地址或 localhost，并更新浏览器。",
        "This browser has no passkeys at this address. Use the https address or localhost, and a current browser.",
    ),
    # people and roles
    "role.service_desk": ("服务台", "Service desk"),
    "role.service_desk.may": (
        "看全部工单（已遮盖）和删除；写问题，推送到设备",
        "Sees all tickets (masked) and erasures; runs campaigns",
    ),
    "role.call_back": ("回拨专员", "Call-back desk"),
    "role.call_back.may": ("看工单；说明理由后打开联系方式", "Sees tickets; opens contacts, with a reason"),
    "role.reviewer": ("复核员", "Reviewer"),
    "role.reviewer.may": ("复核没听清的语音文字", "Corrects what was heard unsurely"),
    "role.department": ("部门", "Department"),
    "role.department.may": ("只看本部门的工单", "Sees the tickets of one department"),
    "role.administrator": ("管理员", "Administrator"),
    "role.administrator.may": ("管理人员和设备；看不到工单内容", "Manages people and devices; reads no ticket"),
    "role.auditor": ("审计员", "Auditor"),
    "role.auditor.may": ("看谁看过、做过什么", "Reads who saw and did what"),
    "people.lead": (
        "谁能登录、能看什么。每个人用自己的通行密钥登录；名字写进审计，不再给别人用。",
        "Who may sign in, and what they see. Everybody has a passkey of their own; no name is used for two people.",
    ),
    "people.col.name": ("姓名", "Name"),
    "people.col.roles": ("角色", "Roles"),
    "people.col.state": ("状态", "State"),
    "people.col.seen": ("上次登录", "Last sign-in"),
    "people.col.acts": ("操作", "Acts"),
    "people.of": ("部门：{department}", "Department: {department}"),
    "people.you": ("（您）", "(you)"),
    "people.active": ("可登录", "Can sign in"),
    "people.invited": ("已邀请", "Invited"),
    "people.waiting": ("邀请已过期", "Invitation ended"),
    "people.disabled": ("已停用", "Disabled"),
    "people.reset": ("重新邀请", "Invite again"),
    "people.disable": ("停用", "Disable"),
    "people.add": ("邀请一个人", "Invite somebody"),
    "people.invite": ("生成邀请", "Make the invitation"),
    "people.department": ("部门（角色选“部门”时）", "Department (for the role Department)"),
    "people.department.none": ("不限", "None"),
    "people.alone": ("；不能兼任", "; has no other role"),
    "people.invitation": ("给{name}的邀请", "Invitation for {name}"),
    "people.invitation.lead": (
        "只在这里显示一次。请当面或用可靠的方式交给本人；{time} 前有效，只能用一次。",
        "Shown here once. Hand it over in person or by a way you trust; it works once, until {time}.",
    ),
    "people.link": ("链接", "Link"),
    "people.code": ("或邀请码", "Or the code"),
    "people.wrong_name": (
        "姓名要有 1 到 60 个字：文字、数字、空格、点或连字符。",
        "A name has 1 to 60 letters, digits, spaces, dots or hyphens.",
    ),
    "people.wrong_roles": (
        "至少选一个角色；审计员不能兼任；角色“部门”要选部门，其他角色不选。",
        "Choose at least one role; an auditor has no other; the role Department, and only it, takes a department.",
    ),
    "people.wrong_taken": (
        "这个姓名用过了。同一个人请按“重新邀请”，另一个人请换个写法。",
        "That name was used. For the same person choose “Invite again”; for another, write it differently.",
    ),
    "people.wrong_self": ("不能停用或重置自己，请另一位管理员来做。", "Not for yourself: ask another administrator."),
    # contacts
    "contacts.lead": (
        "留了联系方式、等您回电的工单。联系方式是密封的，说明理由才能打开；每次打开都记入审计，客户也看得到。",
        "Who waits for a call. A contact is sealed and opens with a reason; openings are logged, and customers told.",
    ),
    "contacts.sealed": ("联系方式已密封", "The contact is sealed"),
    "contacts.why": ("为什么打开", "Why"),
    "contacts.choose": ("请选择", "Choose"),
    "contacts.own": ("补充（客户看得到，不写号码）", "More (the customer sees it; no numbers)"),
    "contacts.passphrase": ("回拨台的口令", "The desk's passphrase"),
    "contacts.do": ("打开联系方式", "Open the contact"),
    "contacts.opened": ("打开过 {count} 次，上次：{ago}", "Opened {count} times, last {ago}"),
    "contacts.opened_now": ("联系方式", "The contact"),
    "contacts.opened_now.lead": (
        "已记入审计，客户也看得到。离开这一页就看不到了，请不要抄到别处。",
        "Logged, and told to the customer. It is gone when you leave this page; do not copy it elsewhere.",
    ),
    "contacts.until": ("授权到 {time}，到时删除", "Granted until {time}, deleted then"),
    "contacts.open": ("用完即删", "Deleted when it is no longer needed"),
    "contacts.none": ("没有等回电的人", "Nobody waits for a call"),
    "contacts.none.lead": (
        "客户在设备上同意回访并留下联系方式后，会出现在这里。",
        "Who agrees to a call-back on a device and leaves a contact appears here.",
    ),
    "contacts.away": (
        "回拨台的密钥不在这台服务器上，这里打不开。请在存放密钥的地方用 tingche-hub contact。",
        "The desk's key is not on this server: use tingche-hub contact where the key is kept.",
    ),
    "contacts.wrong_reason": (
        "没有打开：请选一个理由；选“其他”时写明是什么，不要写号码。",
        "Not opened: choose a reason, say which one for “Other”, and write no number.",
    ),
    "contacts.wrong_passphrase": ("没有打开：口令不对。", "Not opened: that is not the passphrase."),
    "contacts.wrong_wait": ("试得太多了，请过 {seconds} 秒再试。", "Too many tries. Wait {seconds} seconds."),
    "contacts.wrong_gone": (
        "{number} 没有联系方式了：授权到期，或客户已删除。",
        "{number} has no contact any more: the grant ended, or the customer erased it.",
    ),
    "contacts.wrong_key": (
        "没有打开：回拨台的密钥读不了，或不是密封时的那把。请找管理员。",
        "Not opened: the desk's key cannot be read, or is another one than it was sealed to. Ask an administrator.",
    ),
    "why.answer": ("回访，告诉客户结果", "Call back with the result"),
    "why.safety": ("安全问题，要马上联系客户", "Safety: reach the customer now"),
    "why.ask": ("内容不清楚，要补问", "Ask what is unclear"),
    "why.other": ("其他（请写明）", "Other (say what)"),
    # review
    "review.lead": (
        "设备没把握听对的话。改正错字，或确认听对了；方括号是已遮盖的内容，请留在原处。原来的文字会保留。",
        "What a device heard unsurely. Correct or confirm it; brackets stand for masked places. What was heard stays.",
    ),
    "review.count": ("{count} 条", "{count}"),
    "review.heard": ("设备听到的", "What the device heard"),
    "review.voice": (
        "本人同意保留的录音，{seconds} 秒，个人信息处已静音；每次播放都会记录",
        "Recording that the person let be kept, {seconds} s, muted where personal; each playing is written down",
    ),
    "review.voice.label": ("{number} 的录音", "Recording of {number}"),
    "review.should": ("应该是", "What it should be"),
    "review.sure": ("把握 {percent}%", "{percent} % sure"),
    "review.correct": ("按此改正", "Take this text"),
    "review.confirm": ("听对了，不用改", "It was heard right"),
    "review.none": ("没有要复核的", "Nothing to review"),
    "review.none.lead": ("设备没听清的语音会出现在这里。", "What devices heard unsurely appears here."),
    "review.wrong_empty": ("文字是空的。", "The text is empty."),
    "review.wrong_too_long": ("最多 4000 字。", "At most 4,000 characters."),
    "review.wrong_number": (
        "里面有一串号码，不能写出来：用 [PHONE] 或 [NUM] 代替。",
        "It holds a long number. Do not write it out: put [PHONE] or [NUM].",
    ),
    "review.wrong_label": (
        "方括号里的标记不认识，可用的有 [PHONE]、[PLATE]、[NAME]、[ADDRESS]、[NUM] 等。",
        "A label in brackets is not known. Use [PHONE], [PLATE], [NAME], [ADDRESS], [NUM] and the like.",
    ),
    "review.wrong_gone": ("这张工单已经有人复核过了。", "Somebody has settled that ticket already."),
    # audit
    "audit.lead": (
        "谁在什么时候看过、打开过、改过什么。每条都带着前一条的散列，改一个字就接不上。",
        "Who saw, opened and changed what. Each line carries the hash of the one before: an edit breaks the chain.",
    ),
    "audit.narrow": ("筛选", "Narrow"),
    "audit.all": ("全部", "All"),
    "audit.show": ("显示", "Show"),
    "audit.older": ("更早的", "Older"),
    "audit.none": ("没有记录", "No entries"),
    "audit.check": ("检查整条链", "Check the whole chain"),
    "audit.head": (
        "最新一条的存证。抄到别处保管，以后能查出末尾被截掉或整条被重写：",
        "The anchor of the newest entry. Kept elsewhere, it shows later whether the end was cut off or all rewritten:",
    ),
    "audit.anchor": ("以前抄下的存证（可不填）", "An anchor kept earlier (may be empty)"),
    "audit.check.do": ("检查", "Check"),
    "audit.odd_anchor": ("存证的写法是“序号:散列”。", "An anchor has the form NUMBER:HASH."),
    "audit.whole": ("完整，共 {count} 条。", "Whole: {count} entries."),
    "audit.anchored": ("与存证一致。", "It agrees with the anchor."),
    "audit.edited": ("第 {seq} 条被改过。", "Entry {seq} was changed after it was written."),
    "audit.missing": ("缺第 {seq} 条。", "Entry {seq} is missing."),
    "audit.unlinked": ("第 {seq} 条与前一条接不上。", "Entry {seq} does not follow from the one before."),
    "audit.cut_off": ("从第 {seq} 条起被截掉。", "The log was cut off: entry {seq} is missing."),
    "audit.rewritten": (
        "第 {seq} 条与存证不符，链被重写过。",
        "Entry {seq} is not the anchored one: written anew.",
    ),
    "audit.col.no": ("序号", "No."),
    "audit.col.at": ("时间", "When"),
    "audit.col.who": ("谁", "Who"),
    "audit.col.action": ("做了什么", "Did what"),
    "audit.col.what": ("对象", "To what"),
    "audit.col.reason": ("理由", "Reason"),
    "action.open_contact": ("打开联系方式", "Opened a contact"),
    "action.hold": ("依法冻结", "Held for a law"),
    "action.lift_hold": ("解除冻结", "Lifted a hold"),
    "action.erase": ("按请求删除", "Erased on request"),
    "action.push": ("推送到设备", "Pushed to devices"),
    "action.withdraw_contact": ("按请求删除联系方式", "Deleted a contact on request"),
    "action.view_tickets": ("看工单", "Saw tickets"),
    "action.open_voice": ("听录音", "Played a recording"),
    "action.correct_text": ("改正文字", "Corrected a text"),
    "action.confirm_text": ("确认听对", "Confirmed a text"),
    "action.sign_in": ("登录", "Signed in"),
    "action.sign_out": ("退出", "Signed out"),
    "action.join": ("用邀请加入", "Joined by invitation"),
    "action.passkey_copied": ("通行密钥疑被复制，已收回", "Passkey copied, taken away"),
    "action.add_person": ("邀请", "Invited"),
    "action.set_roles": ("改角色", "Changed roles"),
    "action.reset_person": ("重新邀请", "Invited again"),
    "action.disable_person": ("停用", "Disabled"),
    # one's own account
    "account.roles": ("您的角色", "Your roles"),
    "account.here": ("这次登录", "This sign-in"),
    "account.since": ("{time} 登录", "Signed in {time}"),
    "account.ends": (
        "30 分钟不操作，或满 12 小时，会自动退出。",
        "It ends after 30 minutes untouched, and after 12 hours.",
    ),
    "account.sessions": ("您共有 {count} 处登录", "You are signed in at {count} places"),
    "account.logged": ("会记下什么", "What is written down"),
    "account.logged.lead": (
        "您看过哪些工单、打开过哪个联系方式和为什么、改过什么，都记进不能改的审计，审计员看得到。",
        "Tickets you saw, contacts you opened and why, what you changed: it goes into a log that nobody can edit.",
    ),
    "account.prefs": ("显示", "Display"),
    # failures
    "forbidden.title": ("您的角色看不到这一页", "Not for your roles"),
    "forbidden.lead": ("需要的话，请管理员给您相应的角色。", "If you need it, ask an administrator for the role."),
    "foreign.title": ("没有照做", "Not done"),
    "foreign.lead": (
        "这个请求不是从服务台自己的页面来的，或页面太旧。请回去刷新再试。",
        "The request did not come from a page of this hub, or from an old one. Go back, reload, try again.",
    ),
    "missing.title": ("没有这一页", "There is no such page"),
    "missing.lead": ("地址可能写错了。", "The address may be mistyped."),
    "failed.title": ("现在读不到", "Cannot be read right now"),
    "failed.lead": (
        "服务台没能读出数据，什么都没有丢。稍后再试；若一直这样，请看服务台的日志。",
        "The hub could not read its data; nothing is lost. Try again; if it stays so, look at the hub's log.",
    ),
    "back": ("回去", "Back"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: str
    """BCP 47: zh-CN or en."""
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key, with its placeholders filled.

        Raises:
            KeyError: no such key, or a placeholder without its value.
        """
        return self.texts[key].format(**values)

    def get(self, key: str, otherwise: str) -> str:
        """The words for a key that comes from data, or `otherwise` where the data is newer than this hub."""
        return self.texts.get(key, otherwise)

    def pick(self, prefix: str) -> dict[str, str]:
        """All templates under a prefix, by what follows it: what the page's script fills by itself."""
        return {key.removeprefix(prefix): text for key, text in self.texts.items() if key.startswith(prefix)}


_WORDS: Final = {
    language: Words(language, {key: texts[i] for key, texts in {**_BOTH, **CAMPAIGN_WORDS}.items()})
    for i, language in enumerate(LANGUAGES)
}


def words_for(language: str | None) -> Words:
    """The words of a language; Chinese where the language is not one of ours."""
    return _WORDS.get(language or "", _WORDS[LANGUAGES[0]])
