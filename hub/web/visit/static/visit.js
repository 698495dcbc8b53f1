// A visitor's phone at the hub: the code behind the `#` opens the page once; what is answered leaves it sealed.

import {codeOf, freshSecret} from "./receipt_code.js";
import {seal} from "./seal.js";
import {h, faces, icon} from "./parts.js";
import {t, setLanguage, language, WORDS} from "./words.js";

const root = new URL("..", import.meta.url).pathname;
const app = document.querySelector("#app");
const LONGEST = 500;
const LOOK_AGAIN_MS = [1000, 2000, 4000, 8000, 15000];

let visit = null, given = {}, text = "", receipt = null, arrived = null, back = null, trouble = "";

setLanguage(navigator.language.startsWith("zh") ? "zh-CN" : "en");
const code = new URLSearchParams(location.hash.slice(1)).get("v");
history.replaceState(null, "", location.pathname); // out of sight and of the history: it is good for one visit
addEventListener("hashchange", () => location.reload());
addEventListener("pageshow", (event) => event.persisted && location.reload()); // nothing comes back with the back button
if (code) open(code);
else turnedAway(WORDS.scan);

async function post(path, said) {
  const answer = await fetch(root + path, {method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify(said), cache: "no-store"});
  return {ok: answer.ok, status: answer.status, ...(await answer.json().catch(() => ({})))};
}

async function open(code) {
  const answer = await post("open", {code}).catch(() => null);
  if (answer?.ok) {
    visit = answer;
    form();
  } else turnedAway(why(answer));
}

function why(answer) {
  if (answer === null) return WORDS.away;
  if (answer.status === 429) return WORDS.slow_down;
  return answer.zh ? [answer.zh, answer.en] : WORDS.failed;
}

// ---- what is asked ----

function form() {
  const send = h("button", {type: "button", class: "btn primary", onclick: () => leave(send)}, icon("send"), h("span", {}, t("send")));
  const lines = h("div", {class: "lines"});
  const area = h("textarea", {id: "words", maxlength: LONGEST, rows: 3, autocomplete: "off", spellcheck: "false"});
  area.value = text;
  const ready = () => (send.disabled = !Object.keys(given).length && !area.value.trim());
  area.addEventListener("input", () => {
    text = area.value;
    ready();
  });
  const draw = (focus) => {
    lines.replaceChildren(...visit.lines.flatMap((one) => line(one, draw)));
    ready();
    if (focus) lines.querySelector(`[data-line="${focus}"] [aria-pressed=true], [data-line="${focus}"] button`)?.focus({preventScroll: true});
  };
  show(
    t(visit.kind === "service_terminal" ? "asked.terminal" : "asked.kiosk"),
    [h("p", {class: "place"}, visit.place)],
    [
      trouble && h("p", {class: "card trouble", role: "alert"}, trouble),
      lines,
      h("section", {class: "card"}, h("label", {for: "words"}, t("words")), area, h("p", {class: "note"}, icon("lock"), h("span", {}, t("words.note")))),
      h("p", {class: "notice"}, icon("shield"), h("span", {}, visit.notice[language() === "en" ? "en" : "zh"])),
      h("div", {class: "acts"}, send),
    ],
    form,
  );
  draw();
}

function line(rule, draw) {
  const words = language() === "en" ? rule.en || rule.zh : rule.zh;
  const [title, hint] = words.split(/[：:]\s*/);
  const chosen = given[rule.rule];
  const touched = (id) => {
    if (chosen === id) delete given[rule.rule];
    else given[rule.rule] = id;
    prune();
    draw(rule.rule);
  };
  const choice = (one) => h("button", {type: "button", class: "choice", "aria-pressed": String(chosen === one.id), onclick: () => touched(one.id)}, language() === "en" ? one.en || one.zh : one.zh);
  const answers = rule.faces ? faces(rule.answers, chosen, touched, title, language() === "en") : h("div", {class: "choices", role: "group", "aria-label": title}, rule.answers.map(choice));
  return [
    h("section", {class: "card line", "data-line": rule.rule}, h("h2", {}, title, hint && h("small", {}, hint)), answers),
    ...rule.then.filter((one) => follows(one, chosen)).flatMap((one) => line(one, draw)),
  ];
}

const follows = (one, chosen) => chosen && (!one.after.length || one.after.includes(chosen));

// An answer to a question that does not follow any more is not sent.
function prune() {
  const asked = new Set();
  const walk = (rule) => {
    asked.add(rule.rule);
    rule.then.filter((one) => follows(one, given[rule.rule])).forEach(walk);
  };
  visit.lines.forEach(walk);
  for (const name of Object.keys(given)) if (!asked.has(name)) delete given[name];
}

// ---- leaving it ----

const bytes = (base64) => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));

async function leave(button) {
  button.disabled = true;
  receipt ??= freshSecret(); // the same one when the network failed and it is sent again
  const letter = new TextEncoder().encode(JSON.stringify({secret: receipt, answers: given, text: text.trim()}));
  let answer = null;
  try {
    const sealed = await seal(letter, bytes(visit.seal.key), bytes(visit.seal.binding));
    answer = await post("leave", {key: visit.key, sealed: btoa(String.fromCharCode(...sealed))});
  } catch {} // no network: said below, and nothing is lost
  if (answer?.ok || answer?.refused === "left") {
    const key = visit.key, secret = receipt;
    [visit, given, text, receipt, trouble] = [null, {}, "", null, ""];
    await thanks(secret, key);
    look(key, secret, 0);
  } else {
    trouble = why(answer)[language() === "en" ? 1 : 0];
    form();
    document.querySelector("#said").textContent = trouble;
  }
}

// How far the letter is, or that it was taken back.
function standing() {
  if (back === true) return ["check", "taken_back"];
  if (back === false) return ["clock", "too_late"];
  if (arrived === null) return ["clock", "waits"];
  return arrived === "applied" ? ["check", "arrived"] : ["clock", "not_taken"];
}

async function thanks(secret, key) {
  const short = await codeOf(secret);
  const takeBack = async () => {
    const answer = await post("take_back", {key}).catch(() => null);
    if (answer?.ok) back = answer.taken_back;
    draw();
  };
  const draw = () => {
    const [picture, words] = standing();
    const takes = arrived === null && back === null && h("button", {type: "button", class: "btn", onclick: takeBack}, icon("undo"), h("span", {}, t("take_back")));
    const copy = h("button", {type: "button", class: "btn", onclick: () => navigator.clipboard.writeText(`${short} ${secret}`).then(() => (copy.lastChild.textContent = t("copied")))}, icon("copy"), h("span", {}, t("copy")));
    show(
      t("thanks"),
      [h("p", {}, t("thanks.note"))],
      [
        h("section", {class: "card step"}, icon(picture), h("p", {role: "status"}, t(words))),
        h("section", {class: "card receipt"}, h("h2", {}, t("receipt")), h("p", {class: "code"}, short), h("p", {class: "secret"}, secret.match(/^(.{7})(.{6})(.{7})(.{6})$/).slice(1).map((one) => h("span", {}, one))), h("p", {class: "note"}, h("span", {}, t("receipt.note"))), copy),
        h("div", {class: "acts"}, takes, h("a", {class: "btn primary", href: `${root.replace(/v\/$/, "r/")}#${secret}`}, t("receipt.open"))),
      ],
      draw,
    );
  };
  draw();
}

// Whether the kiosk has it by now, a few times; then one's receipt tells.
async function look(key, secret, tries) {
  if (tries >= LOOK_AGAIN_MS.length || arrived !== null || back !== null) return;
  await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS[tries]));
  const told = (await post("arrived", {key}).catch(() => ({}))).outcome ?? null;
  if (back !== null) return; // what is answered from now on is the taking back
  arrived = told;
  if (arrived !== null) await thanks(secret, key);
  else look(key, secret, tries + 1);
}

function turnedAway([zh, en]) {
  const draw = () => show(language() === "en" ? en : zh, [], [h("p", {class: "card"}, t("scan.note")), h("div", {class: "acts"}, h("a", {class: "btn", href: root.replace(/v\/$/, "r/")}, t("receipt.mine")))], draw);
  draw();
}

function show(title, stage, main, again) {
  const other = language() === "en" ? "zh-CN" : "en";
  const turn = h(
    "button",
    {
      type: "button",
      class: "turn",
      lang: other,
      onclick() {
        setLanguage(other);
        again();
      },
    },
    t("other"),
  );
  const heading = h("h1", {tabindex: "-1"}, title);
  document.documentElement.lang = language();
  document.title = `${title} · ${t("app")}`;
  app.replaceChildren(h("header", {class: "stage"}, h("div", {class: "bar"}, h("span", {class: "brand"}, icon("mark"), t("app")), turn), heading, stage), h("main", {}, main.filter(Boolean)));
  heading.focus({preventScroll: true});
}
