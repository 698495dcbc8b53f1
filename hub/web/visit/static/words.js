// Every word of the page: Chinese, then English.

export const WORDS = {
  app: ["听车", "Tingche"],
  other: ["English", "中文"],
  "asked.kiosk": ["充得怎么样？", "How was charging?"],
  "asked.terminal": ["这次维修，您满意吗？", "How was the service?"],
  words: ["补一句，可选", "A sentence, if you like"],
  "words.note": ["在这部手机上密封，只有那台设备打得开；它先遮盖个人信息", "Sealed on this phone for that device alone, which masks personal data first"],
  send: ["提交", "Send"],
  thanks: ["服务台已收下您的信", "The desk has your letter"],
  "thanks.note": ["它是密封的，正在转交给那台设备。", "It is sealed, and on its way to the device."],
  waits: ["等设备收下。设备没联网时，联网后自动收下；处理进展凭回执查。", "Waiting for the device; if it is offline, as soon as it is not. Your receipt shows how far it is."],
  arrived: ["设备已收下，个人信息已遮盖。24 小时内答复，凭回执查看。", "The device has it, and has masked it. Answered within 24 hours, under your receipt."],
  not_taken: ["设备没能收下这封信，没有记录。请在它的屏幕上点。", "The device could not take it; nothing was recorded. Please use its own screen."],
  take_back: ["撤回", "Take it back"],
  taken_back: ["已在服务台删除。设备若已先收下，请用回执删除。", "Deleted at the desk. If the device had it first, delete it by your receipt."],
  too_late: ["设备已经收下了，请在回执页删除。", "The device has it already: delete it on the receipt page."],
  receipt: ["您的回执", "Your receipt"],
  "receipt.note": ["截屏或抄下。凭它查进展、撤回、删除，不用登录。", "Take a picture or copy it. It shows, withdraws and deletes, without an account."],
  "receipt.open": ["打开回执页", "Open the receipt page"],
  "receipt.mine": ["用回执码查", "By receipt"],
  copy: ["复制", "Copy"],
  copied: ["已复制", "Copied"],
  scan: ["请扫屏幕上的二维码", "Scan the code on the screen"],
  "scan.note": ["一个码收一次反馈，码每分钟换一次。", "One code takes one feedback; the screen shows a new one each minute."],
  away: ["连不上服务台，写的还在这一页。请检查网络后再提交。", "The desk cannot be reached; what you wrote is still here. Check the network and send again."],
  slow_down: ["试得太勤了，请过一分钟再来", "Tried too often: come back in a minute"],
  failed: ["服务台暂时记不下来，请过一会儿再试", "The desk cannot write it down just now: try again in a while"],
};

let spoken = "zh-CN";
export const language = () => spoken;
export const setLanguage = (chosen) => (spoken = chosen);
export const t = (key) => WORDS[key][spoken === "en" ? 1 : 0];
