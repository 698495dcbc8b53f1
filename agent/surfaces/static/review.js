// The masked preview: exactly what would be sent. Send, say it again, or not at all; a number for a call-back, apart.

import {both, button, chip, faces, h, icon, masked, maskedCount, switchRow} from "./dom.js";
import {atTheWheel} from "./driving.js";
import {keypad, sheet, stage} from "./parts.js";
import {stateOf} from "./vehicle.js";
import {t} from "./words.js";

const LONG = {head_unit: 100, charger_kiosk: 60}; // characters; more are set smaller, so that they can be seen whole

export function review(ui, {decided, heard, question, written, chosen}) {
  const spoken = written === null;
  if (ui.state.moving) return driving(ui, decided);
  const count = maskedCount(heard.readable);
  const done = (what) => {
    for (const one of document.querySelectorAll(".acts button")) one.disabled = true;
    decided({what, ...chosen, contact: chosen.contact ?? undefined});
  };
  const again = spoken ? button("review.again", {onclick: () => done("again")}, "rotate-ccw") : null;
  return {
    kind: "review",
    title: t("review.title"),
    stage: stage(
      h("div", {class: "low"}, h("p", {class: "big"}, t(spoken ? "review.heard" : "review.written")), h("ul", {class: "facts"}, fact("cpu", t.here(ui, spoken ? "listen.here" : "review.here")), spoken && fact("ban", t("listen.no_audio")))),
    ),
    main: [
      h("div", {class: "top"}, h("h1", {}, both("review.title")), chip("lock-keyhole", t(count ? "review.masked" : "review.none", {n: count}), count ? "sealed" : "")),
      h("section", {class: `card preview fades ${heard.readable.length > (LONG[ui.facts.kind] ?? LONG.head_unit) ? "long" : ""}`, tabindex: "0"}, h("p", {}, masked(heard.readable))),
      heard.needs_review && h("p", {class: "hint"}, icon("info"), t("review.unsure")),
      heard.meant && h("p", {class: "hint"}, icon("circle-check"), t("ask.meant", {what: (ui.language === "en" && heard.meant.en) || heard.meant.zh})),
      heard.vehicle?.length > 0 && car(heard.vehicle, chosen),
      number(ui, question, chosen),
      ui.facts.kind !== "head_unit" && !Object.keys(ui.given).length && h("section", {class: "card rate-too"}, h("p", {}, t("review.rate")), ratings(chosen)),
      h("div", {class: "acts"}, button("review.send", {kind: "primary", "data-first": true, onclick: () => done("send")}, "send"), again, button("review.drop", {"data-back": true, onclick: () => done("drop")})),
    ],
    live: {state: () => ui.state.moving && ui.again()},
  };
}

// One decision at a glance, and no text: it can be sent at once, or waits to be read until the car stands. What nobody
// saw of the car is not attached.
function driving(ui, decided) {
  return atTheWheel({
    kind: "heard",
    words: t("drive.heard"),
    note: t("drive.later"),
    left: stage(h("span", {class: "orb"}, icon("check"))),
    acts: [
      button("review.send", {kind: "primary", "data-first": true, onclick: () => decided({what: "send", vehicle: false})}, "send"),
      button("review.drop", {"data-back": true, onclick: () => decided({what: "drop"})}),
    ],
    state: () => !ui.state.moving && ui.again(),
  });
}

function fact(picture, words) {
  return h("li", {}, icon(picture), words);
}

function ratings(chosen) {
  const place = h("div", {});
  const draw = () =>
    place.replaceChildren(
      faces((rating) => {
        chosen.rating = chosen.rating === rating ? undefined : rating;
        draw();
        place.querySelectorAll(".face")[rating - 1].focus();
      }, chosen.rating ?? 0),
    );
  draw();
  return place;
}

// A number that was said is masked in the text; keeping it for the call-back desk is a switch of its own.
function number(ui, question, chosen) {
  const place = h("div", {class: "number"});
  const said = Boolean(question.call_back);
  if (!said && ui.facts.kind === "charger_kiosk") return null; // nobody types a number on a public screen
  const draw = (focus) => {
    const on = said ? chosen.keep : chosen.contact !== null;
    const note = chosen.contact ? t("review.number_set", {tail: chosen.contact.slice(-4)}) : t(said ? "review.keep_number_note" : "review.leave_number_note");
    const label = said ? "review.keep_number" : question.safety ? "review.safety" : "review.leave_number";
    place.replaceChildren(switchRow({class: `card row ${question.safety && !said ? "safety" : ""}`, on, onclick: turn}, question.safety && !said ? "octagon-alert" : "phone", t(label), note));
    if (focus) place.querySelector("button").focus();
  };
  const turn = async () => {
    if (said) chosen.keep = !chosen.keep;
    else chosen.contact = chosen.contact === null ? await askNumber() : null;
    draw(true);
  };
  draw();
  return place;
}

// The state of the car, exactly as it would be sent; one touch takes it off, another puts it back.
function car(readings, chosen) {
  const place = h("div", {class: "car"});
  const last = readings.length - 1;
  const phrases = stateOf(readings).map((one, i) => h("span", {class: "whole-phrase"}, one + (i < last ? t("vehicle.between") : "")));
  const turn = () => {
    chosen.vehicle = chosen.vehicle === false ? undefined : false;
    draw(true);
  };
  const draw = (focus) => {
    const on = chosen.vehicle !== false;
    place.replaceChildren(switchRow({class: "card row", on, onclick: turn}, "car", t("review.vehicle"), on ? phrases : t("review.vehicle_off")));
    if (focus) place.querySelector("button").focus();
  };
  draw();
  return place;
}

async function askNumber() {
  const field = h("input", {type: "tel", autocomplete: "off", inputmode: "tel", maxlength: 20, "aria-label": t("review.number"), class: "code"});
  const body = h("div", {class: "entry"}, field, keypad(field, "1234567890"));
  const choices = [{key: "done", value: true, kind: "primary"}, {key: "cancel", value: false}];
  const taken = await sheet({title: t("review.number"), body, choices});
  const digits = field.value.replace(/[^\d+]/g, "");
  return taken && digits.length >= 5 ? digits : null;
}
