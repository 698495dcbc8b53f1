// A sentence, written; it is masked and shown before it is sent. Not while the car moves.

import {both, button, h} from "./dom.js";
import {home} from "./home.js";
import {backButton, stage} from "./parts.js";
import {send} from "./speak.js";
import {t} from "./words.js";

const LONGEST = 500;

export function write(ui) {
  const area = h("textarea", {"aria-label": t("write.label"), maxlength: LONGEST, rows: 3, autocomplete: "off", spellcheck: "false", "data-first": true});
  const next = button("write.next", {kind: "primary", disabled: true, onclick: () => send(ui, area.value)}, "eye");
  area.addEventListener("input", () => {
    next.disabled = !area.value.trim();
  });
  return {
    kind: "write",
    title: t("write.title"),
    stage: stage(backButton(() => ui.show(home)), h("div", {class: "low"}, h("h1", {}, both("write.title")))),
    main: [area, h("p", {class: "hint"}, t("write.hint")), h("div", {class: "acts"}, next, button("cancel", {onclick: () => ui.show(home)}))],
  };
}
