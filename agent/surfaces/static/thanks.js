// Durable on this device; only now it is said. The receipt is the person's: shown here once, and nowhere kept.

import {button, h, icon, qrPicture} from "./dom.js";
import {atTheWheel, brief} from "./driving.js";
import {home} from "./home.js";
import {sheet, stage, whyNot} from "./parts.js";
import {speak} from "./speak.js";
import {wish} from "./wire.js";
import {t} from "./words.js";

export function thanks(ui, {recorded, meant = null, contact = false}) {
  const own = ui.language === "en" ? recorded.wording_en : recorded.wording;
  const [first, ...rest] = ui.language === "en" ? own.split(". ") : own.split("，");
  const anonymous = ui.facts.anonymous;
  const more = ui.state.speech && !ui.state.quiet && button("thanks.more", {onclick: () => speak(ui)}, "mic");
  ui.say(own);
  if (ui.state.moving) return driving(ui, recorded, meant);
  return {
    kind: "thanks",
    title: t("thanks.saved"),
    stage: stage(h("span", {class: "orb"}, icon("check"))),
    main: [
      h(
        "div",
        {class: "told"},
        h("h1", {}, first.replace(/[.。]$/, "")),
        rest.length ? h("p", {class: "lead"}, rest.join(ui.language === "en" ? ". " : "，")) : null,
        ui.language !== "en" && h("p", {lang: "en"}, recorded.wording_en),
        steps(ui, recorded, contact),
      ),
      receipt(recorded),
      h(
        "div",
        {class: "acts"},
        button(anonymous ? "thanks.clear" : "done", {kind: "primary", "data-first": true, "data-back": true, onclick: () => ui.leave()}, "check"),
        more,
        button("thanks.back", {onclick: () => takeBack(ui, recorded)}, "undo-2"),
      ),
    ],
    live: {state: () => ui.state.moving && ui.again()},
  };
}

// The receipt is shown once the car stands.
function driving(ui, recorded, meant) {
  const what = meant && ((ui.language === "en" && meant.en) || meant.zh);
  return atTheWheel({
    kind: "kept",
    words: meant ? t("drive.kept_as", {what}) : t("drive.kept"),
    left: stage(h("span", {class: "orb"}, icon("check"))),
    acts: [button("done", {kind: "primary", "data-first": true, "data-back": true, onclick: () => ui.leave()}, "check"), button("thanks.back", {onclick: () => takeBack(ui, recorded)}, "undo-2")],
    state: () => !ui.state.moving && ui.again(),
  });
}

function steps(ui, recorded, contact) {
  const step = (words, note, done) => h("li", {class: done ? "done" : ""}, h("b", {}, words), h("span", {}, note));
  const clock = new Date().toLocaleTimeString(ui.language, {hour: "2-digit", minute: "2-digit", hour12: false});
  return h(
    "ol",
    {class: "steps"},
    step(t.here(ui, "thanks.saved"), clock, true),
    step(t("thanks.sent"), t(recorded.offline ? "thanks.sent_off" : "thanks.sent_on"), false),
    step(t("thanks.answer"), t(contact ? "thanks.contact_note" : "thanks.answer_note"), false),
  );
}

function receipt(recorded) {
  const groups = recorded.receipt_secret.match(/^(.{7})(.{6})(.{7})(.{6})$/).slice(1);
  return h(
    "section",
    {class: "card receipt"},
    qrPicture(recorded.qr),
    h("b", {class: "code num"}, recorded.receipt_code),
    h("p", {class: "secret num"}, h("span", {class: "sr"}, t("thanks.secret")), groups.map((group) => h("span", {}, group))),
    h("p", {class: "take"}, t("thanks.take").split(/(?<=[。.]) ?/).filter(Boolean).map((one) => h("span", {}, `${one} `))),
  );
}

async function takeBack(ui, recorded) {
  try {
    await wish({do: "take_back", secret: recorded.receipt_secret}, "erased");
    if (ui.state.moving) return ui.show(brief, {words: t("thanks.taken_back")});
    ui.show(home);
    await sheet({title: t("thanks.taken_back"), choices: [{key: "close", value: null, kind: "primary"}]});
  } catch (error) {
    ui.say(whyNot(error));
    await sheet({title: whyNot(error), choices: [{key: "close", value: null, kind: "primary"}]});
  }
}
