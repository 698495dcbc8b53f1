// A sentence, written; it is masked and shown before it is sent. Not while the car moves.

import {both, button, h} from "./dom.js";
import {home} from "./home.js";
import {backButton, stage} from "./parts.js";
import {askAgain} from "./question.js";
import {send} from "./speak.js";
import {Talk} from "./wire.js";
import {t} from "./words.js";

const LONGEST = 500;

// `draft.asks`: the question that it answers; what was typed stays in `draft` while something else stands in its place.
export function write(ui, draft = {}) {
  const {asks} = draft;
  if (asks) waitFor(ui, draft);
  const area = h("textarea", {"aria-label": t("write.label"), maxlength: LONGEST, rows: 3, autocomplete: "off", spellcheck: "false", "data-first": true});
  area.value = draft.text ?? "";
  const next = button("write.next", {kind: "primary", disabled: !area.value.trim(), onclick: () => send(ui, area.value, asks?.number)}, "eye");
  area.addEventListener("input", () => {
    draft.text = area.value;
    next.disabled = !area.value.trim();
  });
  const back = () => {
    if (!asks) return ui.show(home);
    ui.talk?.drop();
    ui.talk = null;
    askAgain(ui, asks);
  };
  const words = asks && (ui.language === "en" ? asks.en || asks.zh : asks.zh);
  return {
    kind: "write",
    title: words ?? t("write.title"),
    stage: stage(backButton(back), h("div", {class: "low"}, h("h1", {}, words ?? both("write.title")))),
    main: [area, h("p", {class: "hint"}, t("write.hint")), h("div", {class: "acts"}, next, button("cancel", {onclick: back}))],
  };
}

// The question waits for who types, for as long as this page holds it.
function waitFor(ui, draft) {
  if (draft.held) return;
  draft.held = ui.talk = new Talk();
  draft.held.run({do: "typing", question: draft.asks.number}, () => {}, () => null).catch(() => {});
}
