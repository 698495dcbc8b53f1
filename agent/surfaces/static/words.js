// Every word of the pages: Chinese, then English. Both are always there.

const WORDS = {
  app: ["听车", "Tingche"],
  back: ["返回", "Back"],
  cancel: ["取消", "Cancel"],
  done: ["完成", "Done"],
  close: ["关闭", "Close"],
  language: ["English", "中文"],
  faces: ["表情评价", "Rate with a face"],
  qr: ["回执二维码", "QR code of the receipt"],
  "face.1": ["很差", "Very bad"],
  "face.2": ["不太好", "Not good"],
  "face.3": ["一般", "So-so"],
  "face.4": ["不错", "Good"],
  "face.5": ["很好", "Very good"],

  "mask.PHONE": ["手机号", "mobile number"],
  "mask.LANDLINE": ["座机号", "landline"],
  "mask.ID_CARD": ["身份证号", "resident ID"],
  "mask.BANK_CARD": ["银行卡号", "bank card"],
  "mask.PLATE": ["车牌", "plate"],
  "mask.VIN": ["车架号", "VIN"],
  "mask.EMAIL": ["邮箱", "e-mail"],
  "mask.PASSPORT": ["护照号", "passport"],
  "mask.SOCIAL_ID": ["社交账号", "social ID"],
  "mask.POLICY_NO": ["保单号", "policy no."],
  "mask.GPS": ["位置", "location"],
  "mask.DOB": ["出生日期", "birth date"],
  "mask.NAME": ["姓名", "name"],
  "mask.ADDRESS": ["地址", "address"],
  "mask.NUM": ["号码", "number"],
  "mask.other": ["已遮盖", "masked"],

  // state
  "state.online": ["已连服务台", "Connected to the desk"],
  "state.offline": ["没网也能用", "Works offline"],
  "state.waiting": ["待发 {n} 条", "Waiting: {n}"],
  "state.mic_off": ["麦克风已关", "Mic off"],
  "state.no_speech": ["语音包没装好，暂时不能听", "No speech model: cannot listen now"],
  "state.away": ["正在重新连接本机…", "Reaching this device again…"],
  "state.away_site": ["正在重新连接站点设备…", "Reaching the site's device again…"],

  // home
  "home.head": ["今天用车，感觉怎么样？", "How was it today?"],
  "home.kiosk": ["充得怎么样？", "How was charging?"],
  "home.terminal": ["这次维修，您满意吗？", "How was the service?"],
  "home.drive": ["想说就说", "Just say it"],
  "home.quiet_drive": ["本次行程，不打扰您", "Nobody asks now"],
  "form.tile": ["逐项评价", "In detail"],
  "form.any": ["想评哪项评哪项", "Rate any line you like"],
  "form.own": ["请车主本人评；像是店里自己点的，会标注出来", "For the car's owner; what looks like the shop's own is marked"],
  "form.send": ["提交", "Send"],
  "form.say": ["说一句，可选", "Say it too"],
  "form.write": ["写一句，可选", "Write it too"],
  "home.quiet": ["本次行程，不打扰您", "This trip, nobody asks"],
  "home.sub": ["说一句、点一下，都行", "Say it, or touch a face"],
  "talk.hold": ["按住说话", "Hold to talk"],
  "talk.tap": ["轻点也行，说一句就够", "Or tap. One sentence will do"],
  "talk.write": ["写一句", "Write it"],
  "talk.write_note": ["发送前照样先遮盖", "Masked before it is sent, all the same"],
  "talk.deaf": ["现在不能听", "Cannot listen now"],
  "talk.deaf_note": ["停车后可以写", "Write it once parked"],
  "talk.quiet": ["本次行程不反馈", "Not this trip"],
  "talk.quiet_note": ["麦克风关着，下次启动再问您", "The microphone is off until the next start"],
  "trip.label": ["本次行程不反馈", "Not this trip"],
  "trip.off": ["一点就生效", "Takes effect at once"],
  "trip.ended": ["已关上，随时可以说", "Off again; talk any time"],
  "trip.on": ["已打开，随时可关", "On; turn it off any time"],
  "mine.tile": ["您的数据", "Your data"],
  "mine.tile_note": ["查看、导出、删除", "See, export, delete"],
  "phone.tile": ["用手机评", "On your phone"],
  "phone.tile_note": ["不装 App", "No app"],
  "phone.title": ["手机扫一扫", "Scan with your phone"],
  "phone.text": ["不装 App，不登录。用您自己的麦克风，也可以写。", "No app, no account. Your own microphone, or writing."],
  "phone.qr": ["本页地址的二维码", "QR code of this page"],
  "told.tile": ["您的反馈", "Your feedback"],
  "told.tile_note": ["进展和答复", "Progress, answers"],
  "told.fresh": ["{n} 条新答复", "New answers: {n}"],
  "told.title": ["您的反馈", "Your feedback"],
  "told.count": ["条反馈", "feedback"],
  "told.answered": ["条有进展", "with news"],
  "told.older": ["较早的一条，本机只留了答复", "An older one; only its answer is here"],
  "told.empty": ["还没有反馈", "No feedback yet"],
  "told.empty_note": ["您说过的，服务台怎么处理、到了哪一步，都会写在这里。", "What you say, and what the desk does about it, will stand here."],
  "receipt.tile": ["用回执码查", "By receipt"],
  "receipt.tile_note": ["不用登录", "No account"],
  "invite.title": ["手机扫一扫", "Scan with your phone"],
  "invite.note": ["不装 App，不登录", "No app, no account"],
  "invite.to_receipts": ["到服务台网页查回执", "The desk's page: your receipt"],
  "invite.qr": ["二维码：在手机上反馈", "QR code: give feedback on your phone"],
  "phone.opening": ["正在打开…", "Opening…"],
  "phone.scan": ["请扫屏幕上的二维码", "Scan the code on the screen"],
  "phone.scan_note": ["一个码收一次反馈，码每分钟换一次。", "One code takes one feedback; the screen shows a new one each minute."],
  "phone.away": ["连不上这台设备。请站近一点，连上它的网络再扫。", "The device cannot be reached. Come closer, join its network, and scan again."],
  "phone.slow_down": ["这部手机试得太勤了，请过一分钟再扫。", "This phone tried too often: scan again in a minute."],
  low: ["按钮放低", "Lower"],
  high: ["按钮还原", "Raise"],
  no_selling: ["我们不会因反馈内容向您推销保险", "What you say is never used to sell you insurance"],

  // consent
  "consent.title": ["开口之前，先说清楚", "Nothing is collected until you say so"],
  "consent.guardian": ["请监护人阅读并同意", "For a guardian to read and agree"],
  "consent.changed": ["告知更新了，请再看一遍", "The notice has changed: please look again"],
  "consent.what": ["收集什么", "What"],
  "consent.what_a": [
    "您说的话转成的文字，姓名、电话、车牌先遮盖；不收集位置轨迹",
    "Your words as text; names, phones and plates masked first. No location track",
  ],
  "consent.for": ["用来做什么", "What for"],
  "consent.for_a": ["处理您反馈的问题，改进服务", "To deal with what you report and improve the service"],
  "consent.long": ["保存多久", "How long"],
  "consent.long_a": [
    "发出后本机只留回执；授权到您选的期限为止，到期自动失效",
    "Once sent, only the receipt stays here; consent ends by itself when you chose",
  ],
  "consent.long_once": ["发出后本机只留回执；授权只限这一次", "Once sent, only the receipt stays here; consent is for this one time"],
  "consent.who": ["谁能看到", "Seen by"],
  "consent.who_a": ["保险服务台", "The insurer's service desk"],
  "consent.pick": ["要哪项，开哪项", "All off until you switch"],
  "consent.notice": ["告知全文", "Full notice"],
  "consent.child": ["未满 14 岁", "Under 14"],
  "consent.sensitive": ["敏感信息，单独同意", "Sensitive, agreed to alone"],
  "consent.period": ["有效期", "Valid for"],
  "consent.once": ["有效期：仅本次", "Valid this time"],
  "consent.agree": ["同意所选 {n} 项", "Agree to {n}"],
  "consent.agree_talk": ["同意 {n} 项，开始说", "Agree to {n} and talk"],
  "consent.agree_write": ["同意 {n} 项，发送", "Agree to {n} and send"],
  "consent.refuse": ["都不同意，只打分", "Refuse all, just rate"],
  "consent.need": ["要说话或写字，请打开“改进服务”", "To talk or write, switch on “Improve the service”"],
  "period.once": ["仅本次", "This time"],
  "period.7d": ["7 天", "7 days"],
  "period.90d": ["90 天", "90 days"],
  "period.1y": ["1 年", "1 year"],
  "purpose.improve_service": ["改进服务", "Improve the service"],
  "purpose.improve_service_note": ["把遮盖后的文字交给服务台", "Masked text goes to the desk"],
  "purpose.call_back": ["客服回电", "Call me back"],
  "purpose.call_back_note": ["电话单独加密，只给回电人员", "Number sealed apart, for call-back staff only"],
  "purpose.keep_voice_for_review": ["留声音供复核", "Keep my voice for review"],
  "purpose.keep_voice_for_review_note": ["听不准时才用，最多 30 天", "Only where misheard, 30 days at most"],
  "purpose.attach_vehicle_state": ["附上车辆状态", "Attach the car's state"],
  "purpose.attach_vehicle_state_note": ["故障码、电池、车速区间，不带位置", "Fault codes, battery, speed range; no location"],
  "purpose.co_create": ["参与共创", "Take part in co-creation"],
  "purpose.co_create_note": ["试用、投票，随时退出", "Trials and votes; leave any time"],
  "child.title": ["未满 14 岁，请监护人来", "Under 14: a guardian, please"],
  "child.text": [
    "请家长或其他监护人阅读告知并替孩子决定。监护人没有同意之前，不听、不记、不发任何内容。",
    "Let a parent or guardian read the notice and decide. Until a guardian agrees, nothing is heard, kept or sent.",
  ],
  "child.yes": ["我是监护人，我来选", "I am the guardian, I will choose"],
  "child.on": ["由监护人同意", "Agreed to by a guardian"],
  "child.no": ["监护人不在，退出", "No guardian here: leave"],

  // listening
  "listen.start": ["正在打开麦克风…", "Opening the microphone…"],
  "listen.clear": ["正在听，声音清楚", "Listening, loud and clear"],
  "listen.quiet": ["正在听，请再靠近一点", "Listening; come a little closer"],
  "listen.here": ["只在本机识别", "Recognised on this device only"],
  "listen.here_site": ["只在站点设备上识别", "Recognised on the site's device only"],
  "listen.no_audio": ["不存录音", "No recording kept"],
  "listen.left": ["还可以说 {n} 秒", "{n} s left"],
  "listen.hint": ["请说，一句就够", "Go ahead, one sentence is enough"],
  "listen.finish": ["说完了", "That is all"],
  "listen.thinking": ["正在整理文字…", "Putting it into words…"],
  "drive.note": ["行驶中，只用语音", "Moving: voice only"],
  "drive.say": ["请说", "Go ahead"],
  "drive.heard": ["听到了", "Heard"],
  "drive.later": ["不急，停车后看过再发也行", "Or see it first, once parked"],
  "drive.kept": ["记下了", "Recorded"],
  "drive.kept_as": ["记下了：{what}", "Recorded: {what}"],
  "drive.decide": ["停车后再决定", "Decide once parked"],
  "drive.parked": ["停车后再看", "Once parked"],
  "drive.consent": ["停车后同意，才能说", "Park, agree, then talk"],
  "drive.dismiss": ["不说了", "Never mind"],

  // a question of the device
  "talk.one": ["点一下，说一句", "Tap, and say it"],
  "ask.say": ["说一句也行", "Or say it"],
  "ask.dismiss": ["不回答", "No answer"],
  "ask.picked": ["您选了“{what}”", "You chose “{what}”"],
  "ask.meant": ["这一句算作“{what}”，原话一并发送", "Taken as “{what}”; your words are sent with it"],

  // review
  "review.title": ["您看这样发，行吗？", "Only what you see here is sent"],
  "review.masked": ["已遮盖 {n} 处个人信息", "Masked: {n}"],
  "review.none": ["没有发现个人信息", "Nothing personal found"],
  "review.send": ["发送", "Send"],
  "review.again": ["重说", "Say it again"],
  "review.rewrite": ["重写", "Write it again"],
  "review.drop": ["不发了", "Do not send"],
  "review.heard": ["听完了", "Heard"],
  "review.written": ["写好了", "Written"],
  "review.here": ["在这台设备上遮盖", "Masked on this device"],
  "review.here_site": ["在站点设备上遮盖", "Masked on the site's device"],
  "review.unsure": ["没听太清。您可以照发，也可以再说一遍", "Not quite sure of this. Send it, or say it again"],
  "review.safety": ["这关系到行车安全，留个电话，我们尽快联系您", "This is about safety: leave a number and we call soon"],
  "review.keep_number": ["把您说的号码留给回电人员", "Keep the number you said for a call-back"],
  "review.keep_number_note": ["单独加密，只给回电人员；正文里仍然遮盖", "Sealed apart for call-back staff; still masked in the text"],
  "review.leave_number": ["留个电话让客服回电", "Leave a number for a call-back"],
  "review.leave_number_note": ["您填的号码单独加密，只给回电人员", "Sealed apart, for call-back staff only"],
  "review.number": ["回电号码", "Call-back number"],
  "review.number_set": ["已填好，尾号 {tail}", "Set, ends in {tail}"],
  "review.rate": ["顺便打个分，可不选", "Rate it too, if you like"],
  "review.vehicle": ["附上车辆状态", "Attach the car's state"],
  "review.vehicle_off": ["不附，点一下可以恢复", "Left out; touch to put it back"],
  "vehicle.between": ["，", ", "],
  "vehicle.fault_codes": ["故障码", "fault codes"],
  "vehicle.battery_temperature": ["电池温度", "battery temperature"],
  "vehicle.charge_level": ["电量", "charge"],
  "vehicle.charge_limit": ["充电上限", "charge limit"],
  "vehicle.charging": ["充电", "charging"],
  "vehicle.charging_power": ["充电功率", "charging power"],
  "vehicle.speed": ["车速", "speed"],
  "vehicle.power": ["电源", "power"],
  "vehicle.odometer": ["里程", "mileage"],
  "vehicle.ago": ["（{n} 分钟前）", " ({n} min ago)"],
  "vehicle.none": ["无", "none"],
  "vehicle.yes": ["是", "yes"],
  "vehicle.no": ["否", "no"],
  "review.sending": ["正在存好…", "Storing it…"],
  "write.title": ["写一句", "Write it"],
  "write.label": ["您想说的话", "Your words"],
  "write.hint": ["写完先给您看遮盖后的样子，再决定发不发", "You see it masked first, then decide"],
  "write.next": ["看看遮盖后的样子", "See it masked"],

  // erase by voice
  "asked_erase.title": ["要删除您的数据吗？", "Delete your data?"],
  "asked_erase.text": ["我们听到您想删除。确认后，这里留下的内容全部删除，服务台也会收到删除通知。", "We heard that you want it deleted. Everything kept here goes, and the desk is told to delete too."],

  // thanks
  "thanks.saved": ["已存在本机", "Stored on this device"],
  "thanks.saved_site": ["站点已存好", "Stored at the site"],
  "thanks.sent": ["发往服务台", "On its way to the desk"],
  "thanks.sent_off": ["联网后自动发出", "Sent once there is a network"],
  "thanks.sent_on": ["正在发出", "Being sent"],
  "thanks.answer": ["答复", "Answer"],
  "thanks.answer_note": ["凭回执查看", "By your receipt"],
  "thanks.contact_note": ["客服回电", "You are called back"],
  "thanks.secret": ["密码", "Secret"],
  "thanks.take": ["拍下或扫码带走。凭它查进展、撤回、删除，不用登录。", "Photograph or scan it. It shows, withdraws and deletes, without an account."],
  "thanks.more": ["再说一条", "Say another"],
  "thanks.back": ["撤回这条", "Take it back"],
  "thanks.clear": ["完成，清空屏幕", "Done, clear the screen"],
  "thanks.taken_back": ["已撤回并删除，没有留下", "Taken back and deleted"],

  // your data
  "mine.title": ["您在这里留下的全部", "All that we have of you"],
  "mine.title_receipt": ["这张回执留下的全部", "All that this receipt left"],
  "mine.records": ["条反馈", "feedback"],
  "mine.contacts": ["个回电号码", "call-back numbers"],
  "mine.voice": ["段录音", "recordings"],
  "mine.listen": ["留给复核的录音，个人信息已静音", "Kept for review, personal words muted"],
  "mine.places": ["个位置", "locations"],
  "mine.empty": ["这里没有您的数据", "There is nothing of yours here"],
  "mine.no_records": ["没有反馈", "No feedback"],
  "mine.empty_note": ["您说过、写过、点过的，如今一条也不在这台设备上。", "Nothing you said, wrote or touched is on this device."],
  "mine.consents": ["正在生效的授权", "Consents in force"],
  "mine.no_consents": ["没有。下次开口前会再问您。", "None. You will be asked before the next word."],
  "mine.until": ["到 {date}", "until {date}"],
  "mine.withdraw": ["撤回", "Withdraw"],
  "mine.withdrawn": ["已撤回“{what}”。还没发出的 {n} 条已删除。", "Withdrawn: {what}. Deleted before sending: {n}."],
  "mine.withdraw_ask": ["撤回“{what}”？", "Withdraw “{what}”?"],
  "mine.withdraw_text": [
    "从现在起不再为它收集。还没发出的反馈会一起删除；已经发出的，可用“删除”一并删掉。",
    "Nothing more is collected for it. What has not been sent is deleted; what was sent can be deleted too.",
  ],
  "mine.export": ["导出一份", "Export"],
  "mine.exported": ["已存成一个文件", "Saved as one file"],
  "mine.erase": ["全部删除", "Delete all"],
  "mine.erase_one": ["删除这条：{when}", "Delete this one: {when}"],
  "mine.read": ["看全文：{when}", "Read it: {when}"],
  "mine.play": ["播放", "Play"],
  "record.rated": ["评分：{face}", "Rated: {face}"],
  "record.gone": ["已发到服务台，本机只留回执", "Sent to the desk; only its receipt is here"],
  "record.pending": ["待发", "Waiting"],
  "record.receipted": ["已送达", "Delivered"],
  "record.quarantined": ["服务台没有收下", "Not taken by the desk"],
  "record.contact": ["附回电号码", "With a number"],
  "record.vehicle": ["附车辆状态：{what}", "With the car's state: {what}"],
  "record.ticket": ["工单 {no}", "Ticket {no}"],
  "news.answer": ["服务台答复", "The desk's answer"],
  "news.received": ["已收到", "Received"],
  "news.in_progress": ["处理中", "In progress"],
  "news.solved": ["已办结", "Solved"],
  "record.consent": ["依据：{purposes}", "For: {purposes}"],

  // what fits the driver
  "tags.open": ["问什么合适", "What fits you"],
  "tags.title": ["问什么合适", "What fits you?"],
  "tags.note": ["只用来挑选这辆车问您的问题，留在本车，不上传；关掉或删除数据就没有了。", "Only to choose what this car asks you. It stays in the car and is never sent; turn it off, or delete your data, and it is gone."],
  aloud: ["说出声来", "Say it aloud"],
  aloud_note: ["只念问题和结果，不念您的话", "Questions and results, never your words"],
  "tag.silent": ["不出声", "Silent"],
  "tag.new_driver": ["新手", "New driver"],
  "tag.new_driver_note": ["会问辅助驾驶用得怎么样", "Asks how driving assistance does"],
  "tag.family": ["常带家人", "Family"],
  "tag.family_note": ["会问儿童座椅", "Asks about the child seat"],
  "tag.business": ["商务用车", "Business"],
  "tag.business_note": ["会问救援快不快", "Asks whether rescue was quick"],

  // deletion
  "erase.ask_all": ["全部删除？", "Delete everything?"],
  "erase.ask_one": ["删除这一条？", "Delete this one?"],
  "erase.text_all": [
    "这台设备上的 {n} 条反馈和所有授权都会删除，服务台会收到通知，一并删除。不能恢复。",
    "Feedback: {n}, and every consent, is deleted from this device. The desk is told to delete as well. It cannot be undone.",
  ],
  "erase.text_one": [
    "这一条会从这台设备删除，服务台会收到通知，一并删除。不能恢复。",
    "It is deleted from this device, and the desk is told to delete it too. It cannot be undone.",
  ],
  "erase.yes": ["删除", "Delete"],
  "erase.no": ["不删，返回", "Keep it"],
  "erase.working": ["正在删除…", "Deleting…"],
  "erase.title": ["已按您的要求删除", "Deleted as you asked"],
  "erase.here": ["这台设备上", "On this device"],
  "erase.hub": ["服务台", "Service desk"],
  "erase.keys": ["您的数据密钥", "Your data's key"],
  "erase.keys_done": ["已销毁", "Destroyed"],
  "erase.rows": ["反馈记录 {n} 条", "Feedback records: {n}"],
  "erase.rows_done": ["已删除", "Deleted"],
  "erase.consents": ["授权记录", "Consents"],
  "erase.log": ["数据库日志", "Database log"],
  "erase.log_done": ["已清空", "Emptied"],
  "erase.log_open": ["下次启动时清空", "Emptied at the next start"],
  "erase.chip": ["存储芯片残留", "Traces on the chip"],
  "erase.unseen": ["未检查", "Not examined"],
  "erase.notice": ["删除通知", "Deletion notice"],
  "erase.notice_wait": ["等待服务台确认", "Waiting for the desk"],
  "erase.confirmed": ["服务台已确认", "Confirmed by the desk"],
  "erase.notice_text": [
    "通知排在最前面发出；服务台收到后删除，并拒收迟到的内容。",
    "The notice goes first. The desk deletes, and refuses what arrives late.",
  ],
  "erase.note": ["“未检查”是指我们没有逐处打开确认，所以不写“已删除”。", "“Not examined” means we have not looked there, so we do not write “deleted”."],
  "erase.save": ["存下删除凭证", "Save the proof"],
  "erase.id": ["删除编号", "Deletion no."],

  // receipts
  "look.title": ["输入回执码", "Enter a receipt code or secret"],
  "look.note": [
    "8 位回执码看进展；26 位密码可查看、撤回、删除。也可以扫码枪扫二维码。",
    "The 8-character code shows progress; the 26-character secret shows, withdraws and deletes. A scanner works too.",
  ],
  "look.field": ["回执码或密码", "Code or secret"],
  "look.go": ["查一下", "Look up"],
  "look.clear": ["清空", "Clear"],
  "look.delete": ["退格", "Backspace"],
  "look.count": ["已输入 {n} 位", "{n} characters"],
  "look.recorded": ["{when} 记录", "Recorded {when}"],
  "look.more": ["要查看、撤回或删除，请输入 26 位密码，或扫二维码。", "To see, withdraw or delete, enter the 26-character secret or scan the QR code."],
  "look.progress": ["进展", "Progress"],

  // idle
  "idle.left": ["{n} 秒后自动清空", "Clears itself in {n} s"],

  // when it does not work
  "sorry.title": ["没有记录", "Nothing was recorded"],
  "sorry.nothing_said": ["没有听到声音。请再说一遍，或点一下表情。", "Nothing was heard. Say it again, or touch a face."],
  "sorry.no_consent": ["没有您的同意，什么也没有记录。", "Without your consent nothing was recorded."],
  "sorry.consent_gone": ["授权已失效，没有记录。请再选一次。", "The consent has ended; nothing was recorded. Choose again."],
  "sorry.subject_erased": ["数据已删除，没有再记录。", "Your data was deleted; nothing was recorded."],
  "sorry.store_full": ["本机存满了，这条没有记下。联网后会腾出空间。", "This device is full; this was not recorded. Room returns once there is a network."],
  "sorry.erasure_not_confirmed": ["没有删除，也没有记录这句话。", "Nothing was deleted, and this sentence was not recorded."],
  "sorry.taken_back": ["没有发送，没有留下。", "Not sent, and nothing is kept."],
  "sorry.temporary": ["暂时没成功，请再试一次。", "It did not work this time. Please try again."],
  "sorry.technician": ["语音现在用不了，写字和打分照常。", "Speech does not work now; writing and rating do."],
  "sorry.refused": ["没有成功。", "It did not work."],
  "sorry.busy": ["有人正在说，请稍候再试。", "Somebody is talking; try again in a moment."],
  "sorry.bug": ["这台设备出错了，没有记录。请告诉工作人员。", "This device made a mistake; nothing was recorded. Please tell the staff."],
  "sorry.slow_down": ["试得太快，请等 {n} 秒。", "Too fast: wait {n} s."],
  "sorry.away": ["这台设备正在重启，请稍候。", "This device is restarting; one moment."],
  "sorry.not_found": ["没有找到。请核对回执码；也可能已经删除。", "Not found. Check the code; it may have been deleted."],
  "sorry.question_gone": ["这个问题已经过去了，没有记录。", "That question is over; nothing was recorded."],
  "sorry.not_this_trip": ["本次行程不反馈已打开，没有记录。", "“Not this trip” is on; nothing was recorded."],
  "sorry.not_allowed": ["浏览器没有允许使用麦克风。请允许后再试，或写一句。", "The browser did not allow the microphone. Allow it and try again, or write."],
};

let language = "zh-CN";

export function setLanguage(chosen) {
  language = chosen;
}

function worded(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values?.[name] ?? "");
}

function pairOf(key) {
  const pair = WORDS[key];
  if (!pair) throw new Error(`no words for ${key}`);
  return pair;
}

export function t(key, values) {
  return worded(pairOf(key)[language === "en" ? 1 : 0], values);
}

// Said of the device before which a phone stands, or of the one whose screen this is.
t.here = (ui, key) => t(ui.facts.remote ? `${key}_site` : key);

t.has = (key) => key in WORDS;

// [what is read first, its English or nothing]
t.pair = (key, values) => {
  const [zh, en] = pairOf(key);
  return language === "en" ? [worded(en, values), ""] : [worded(zh, values), worded(en, values)];
};

// The page's half of an agent's sentence, which says both: "中文。English."
t.half = (message) => {
  const cut = message.lastIndexOf("。") + 1;
  if (!cut) return language === "en" ? message : "";
  return (language === "en" ? message.slice(cut) : message.slice(0, cut)).trim();
};

t.when = (iso) => {
  const moment = new Date(iso);
  const today = moment.toDateString() === new Date().toDateString();
  const clock = moment.toLocaleTimeString(language, {hour: "2-digit", minute: "2-digit", hour12: false});
  if (today) return language === "en" ? `today ${clock}` : `今天 ${clock}`;
  return `${moment.toLocaleDateString(language, {month: "short", day: "numeric"})} ${clock}`;
};

t.date = (iso) => new Date(iso).toLocaleDateString(language, {year: "numeric", month: language === "en" ? "short" : "long", day: "numeric"});
