// What a visitor's page asks, side by side: any line is enough, nothing is chosen beforehand, one record when it is sent.

import {both, brand, button, faces, h, icon, rings} from "./dom.js";
import {holdOrTap, languageButton, onPhone} from "./home.js";
import {invite} from "./invite.js";
import {backButton, stateChips} from "./parts.js";
import {look} from "./receipt.js";
import {speak, visit} from "./speak.js";
import {t} from "./words.js";
import {write} from "./write.js";

// The first view there. A car asks by itself; a kiosk's own screen begins with one large decision, and has these behind it.
export function hasForm(ui) {
  return ui.state.lines?.length > 0 && ["phone", "terminal"].includes(document.documentElement.dataset.device);
}

// On a kiosk's own screen, behind its first view.
export function behind(ui) {
  return {...form(ui, "home.kiosk", true), kind: "form"};
}

export function form(ui, asked, back = false) {
  const shown = JSON.stringify(ui.state.lines);
  const top = h("div", {class: "top"});
  const toPhone = ui.facts.phone && !ui.facts.remote && button("phone.tile", {kind: "outline small", onclick: () => onPhone(ui)}, "smartphone");
  const drawTop = () => top.replaceChildren(stateChips(ui), h("div", {class: "top-acts"}, toPhone, !back && button("receipt.tile", {kind: "outline small", onclick: () => ui.show(look)}, "receipt-text"), languageButton(ui)));
  const lines = h("div", {class: "lines"});
  const send = button("form.send", {kind: "primary", onclick: () => visit(ui, send)}, "send");
  const acts = h("div", {class: "acts"});
  let able = null;
  const drawActs = () => {
    const now = ui.state.speech && !ui.away;
    if (now === able) return; // what is being touched stays where it is
    able = now;
    acts.replaceChildren(...words(ui, able, back), send);
  };
  const draw = (focus) => {
    lines.replaceChildren(...ui.state.lines.flatMap((one) => line(ui, one, draw)));
    send.disabled = !Object.keys(ui.given).length;
    if (focus) lines.querySelector(`[data-line="${focus}"] [aria-pressed=true], [data-line="${focus}"] button`)?.focus({preventScroll: true});
  };
  drawTop();
  drawActs();
  draw();
  return {
    kind: "home form",
    title: t(asked),
    stage: h(
      "header",
      {class: "stage"},
      rings(),
      h("div", {class: "bar"}, brand(), ui.facts.place && h("span", {class: "place"}, ui.facts.place)),
      back && backButton(() => ui.leave()),
      h("h1", {"data-first": true}, both(asked)),
      h("p", {class: "read"}, t("form.any")),
      !back && !ui.facts.remote && ui.facts.invites && invite(ui),
      !back && !ui.facts.remote && h("p", {class: "read own"}, t("form.own")),
    ),
    main: [top, lines, h("p", {class: "touch-note"}, icon("shield-check"), h("span", {}, ui.language === "en" ? ui.facts.answer.en : ui.facts.answer.zh)), acts],
    live: {
      state() {
        if (JSON.stringify(ui.state.lines) !== shown) return ui.again();
        drawTop();
        drawActs();
      },
    },
  };
}

// A sentence beside what was touched, spoken or written.
function words(ui, able, back) {
  const say = able && button("form.say", {kind: "outline talk"}, "mic");
  if (say) holdOrTap(say, (hold) => speak(ui, {hold}));
  if (back) return [say].filter(Boolean); // nobody types on a public screen
  const type = button("form.write", {kind: say ? "outline" : "outline talk", onclick: () => ui.show(write)}, "keyboard");
  const {ways} = ui.state;
  return (ways.indexOf("type") < ways.indexOf("speak") ? [type, say] : [say, type]).filter(Boolean);
}

function line(ui, rule, draw) {
  const [first, second] = ui.language === "en" ? [rule.en || rule.zh] : [rule.zh, rule.en];
  const [title, hint] = first.split(/[：:]\s*/);
  const chosen = ui.given[rule.rule];
  const touched = (id) => {
    if (chosen === id) delete ui.given[rule.rule];
    else ui.given[rule.rule] = id;
    prune(ui.given, ui.state.lines);
    draw(rule.rule);
  };
  const label = {role: "group", "aria-label": title};
  const answers = rule.faces
    ? faces((rating) => touched(String(rating)), Number(chosen ?? 0), false, title)
    : h("div", {class: "choices", ...label}, rule.answers.map((one) => choice(ui, one, chosen, touched)));
  const follows = rule.then.filter((one) => chosen && (!one.after.length || one.after.includes(chosen)));
  return [
    h(
      "section",
      {class: "card line-of", "data-line": rule.rule},
      h("h2", {}, h("span", {}, title), hint ? h("small", {}, hint) : second && !rule.faces && h("small", {lang: "en"}, second)),
      answers,
    ),
    ...follows.flatMap((one) => line(ui, one, draw)),
  ];
}

function choice(ui, one, chosen, touched) {
  const words = ui.language === "en" ? one.en || one.zh : one.zh;
  const on = chosen === one.id;
  return h("button", {type: "button", class: "choice", "aria-pressed": String(on), onclick: () => touched(one.id)}, on && icon("check"), h("span", {}, words));
}

// An answer to a question that does not follow any more is not sent.
function prune(given, lines) {
  const asked = new Set();
  const walk = (rule) => {
    asked.add(rule.rule);
    for (const one of rule.then) if (given[rule.rule] && (!one.after.length || one.after.includes(given[rule.rule]))) walk(one);
  };
  lines.forEach(walk);
  for (const name of Object.keys(given)) if (!asked.has(name)) delete given[name];
}
