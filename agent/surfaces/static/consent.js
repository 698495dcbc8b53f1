// Before the first word: what, for what, how long, who; each purpose its own switch, all off; refusing as near as agreeing.

import {both, button, chip, h, icon, switchRow} from "./dom.js";
import {heading, promise, setTrip, sheet, stage} from "./parts.js";
import {t} from "./words.js";

const PICTURES = {
  improve_service: "message-square-text",
  call_back: "phone",
  keep_voice_for_review: "audio-lines",
  attach_vehicle_state: "car",
  co_create: "users",
};
const NEEDED = "improve_service";

// `decided` gets {purposes, period, guardian}; null where the person refused; "child" where they are under 14.
export function consent(ui, {decided, why, written, guardian, chosen = {on: new Set(), period: "once"}}) {
  const {on} = chosen;
  const refuse = () => decided(null);
  const period = h("div", {class: "period"});
  const hint = h("p", {class: "hint", role: "note"});
  const list = h("div", {class: "card switches fades"});
  const agree = h("button", {type: "button", class: "btn primary", onclick: () => on.has(NEEDED) && decided({purposes: [...on], period: chosen.period, guardian})});
  const draw = (focus) => {
    list.replaceChildren(...ui.facts.purposes.flatMap((one) => row(ui, one, on, draw)));
    agree.replaceChildren(h("span", {}, t(written ? "consent.agree_write" : "consent.agree_talk", {n: on.size})));
    agree.disabled = !on.has(NEEDED);
    hint.textContent = on.size && !on.has(NEEDED) ? t("consent.need") : "";
    const turned = focus && list.querySelector(`[data-purpose="${focus}"]`);
    if (turned) {
      turned.focus({preventScroll: true});
      (turned.nextElementSibling?.matches(".terms") ? turned.nextElementSibling : turned).scrollIntoView({block: "nearest"});
      turned.scrollIntoView({block: "nearest"});
    }
  };
  const drawPeriod = (focus) => {
    period.replaceChildren(...periods(ui, chosen, drawPeriod));
    if (focus) period.querySelector(`[data-period="${focus}"]`)?.focus();
  };
  draw();
  drawPeriod();
  return {
    kind: "consent",
    title: t("consent.title"),
    stage: stage(
      heading(guardian ? "consent.guardian" : why === "notice_changed" ? "consent.changed" : "consent.title"),
      h("dl", {}, ["what", "for", "long", "who"].map((one) => [h("dt", {}, t(`consent.${one}`)), h("dd", {}, t(one === "long" && ui.facts.anonymous ? "consent.long_once" : `consent.${one}_a`))])),
      promise(),
      h(
        "div",
        {class: "asides"},
        button("consent.notice", {kind: "aside small", onclick: () => fullNotice(ui, on, guardian)}),
        guardian ? chip("users", t("child.on"), "accent") : button("consent.child", {kind: "aside small", onclick: () => child(decided)}),
      ),
    ),
    main: [
      h("div", {class: "top"}, h("h2", {}, both("consent.pick")), period),
      list,
      hint,
      h("div", {class: "acts"}, agree, button("consent.refuse", {kind: "outline", "data-back": true, onclick: refuse}), !ui.facts.anonymous && button("trip.label", {kind: "outline", onclick: () => notThisTrip(ui, refuse)})),
    ],
  };
}

consent.whenParked = "drive.consent";

function row(ui, purpose, on, draw) {
  const id = purpose.id;
  const turn = () => {
    if (on.has(id)) on.delete(id);
    else on.add(id);
    draw(id);
  };
  const flag = id === "keep_voice_for_review" && chip("info", t("consent.sensitive"), "warn");
  const label = t(`purpose.${id}`), note = t(`purpose.${id}_note`);
  const control = switchRow({class: "p", on: on.has(id), onclick: turn, "data-purpose": id}, PICTURES[id], label, note, flag);
  return on.has(id) ? [control, h("div", {class: "terms"}, h("p", {}, ui.language === "en" ? purpose.en : purpose.zh))] : control;
}

function periods(ui, chosen, draw) {
  if (ui.facts.anonymous) return [chip("clock", t("consent.once"))];
  const offered = ui.facts.periods;
  const choices = offered.map((one) =>
    h(
      "button",
      {
        type: "button",
        "aria-pressed": String(chosen.period === one),
        "data-period": one,
        onclick() {
          chosen.period = one;
          draw(one);
        },
      },
      t(`period.${one}`),
    ),
  );
  return [h("span", {id: "period"}, t("consent.period")), h("div", {class: "seg", role: "group", "aria-labelledby": "period"}, choices)];
}

// The very words that are agreed to: each purpose that is on (or could be), and what closes them.
async function fullNotice(ui, on, guardian) {
  const {purposes, notice} = ui.facts;
  const terms = purposes.filter((one) => on.size === 0 || on.has(one.id));
  const parts = [...(guardian ? [notice.guardian] : []), ...terms, ...notice.closing];
  const body = h("div", {class: "notice", tabindex: "0"}, parts.map(({zh, en}) => [h("p", {}, zh), h("p", {lang: "en"}, en)]));
  await sheet({title: t("consent.notice"), body, choices: [{key: "close", value: null, kind: "primary"}]});
}

async function child(decided) {
  const choices = [
    {key: "child.yes", value: "child", kind: "outline"},
    {key: "child.no", value: "leave", kind: "outline"},
  ];
  const answer = await sheet({title: t("child.title"), text: t("child.text"), choices});
  if (answer === "child") decided("child");
  if (answer === "leave") decided(null);
}

async function notThisTrip(ui, refuse) {
  refuse();
  await setTrip(ui, true);
}
