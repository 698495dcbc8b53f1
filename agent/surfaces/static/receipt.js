// By receipt, without an account: a code tells how far it is; the secret opens all that it left.

import {button, chip, h, icon} from "./dom.js";
import {mine} from "./mine.js";
import {backButton, heading, keypad, stage, whyNot} from "./parts.js";
import {wish} from "./wire.js";
import {t} from "./words.js";

const CODE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SHORTEST = 8;

export function look(ui, {typed = "", progress = null, wrong = ""} = {}) {
  const field = h("input", {
    class: "code num",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    maxlength: 120,
    inputmode: ui.facts.kind === "charger_kiosk" ? "none" : "text",
    "aria-label": t("look.field"),
    placeholder: "TC-",
    "data-first": true,
  });
  field.value = typed;
  const count = h("p", {class: "hint num"});
  const go = button("look.go", {kind: "primary", onclick: () => search(ui, field.value)}, "receipt-text");
  const changed = () => {
    const length = field.value.replace(/^\s*TC/i, "").replace(/[\s\-]/g, "").length;
    count.textContent = length ? t("look.count", {n: length}) : "";
    go.disabled = length < SHORTEST;
  };
  field.addEventListener("input", changed);
  field.addEventListener("keydown", (event) => event.key === "Enter" && !go.disabled && search(ui, field.value)); // a scanner ends so
  changed();
  return {
    kind: "look",
    title: t("look.title"),
    stage: stage(backButton(() => ui.leave()), h("div", {class: "low"}, heading("look.title"), h("p", {class: "read"}, t("look.note")))),
    main: [
      h("div", {class: "entry"}, field, wrong ? h("p", {class: "hint wrong", role: "alert"}, icon("info"), wrong) : count),
      progress ? found(progress) : keypad(field, CODE),
      h("div", {class: "acts"}, go, button("cancel", {onclick: () => ui.leave()})),
    ],
  };
}

async function search(ui, typed) {
  try {
    const event = await wish({do: "look", receipt: typed}, "export", "progress");
    if (event.event === "progress") ui.show(look, {typed, progress: event});
    else ui.show(mine, {asked: {do: "look", receipt: typed}});
  } catch (error) {
    const wrong = error.kind === "refused" && error.message.includes("under that name") ? t("sorry.not_found") : whyNot(error);
    ui.show(look, {typed, wrong});
    ui.say(wrong);
  }
}

function found({records}) {
  return h(
    "section",
    {class: "card progress", "aria-label": t("look.progress")},
    records.map((one) =>
      h("div", {class: "line"}, h("b", {class: "num"}, t("look.recorded", {when: t.when(one.recorded_at)})), chip(one.state === "receipted" ? "check" : "cloud-upload", t(`record.${one.state}`), one.state === "receipted" ? "ok" : ""), one.ticket_no && chip("receipt-text", t("record.ticket", {no: one.ticket_no}), "accent")),
    ),
    h("p", {class: "read"}, t("look.more")),
  );
}
