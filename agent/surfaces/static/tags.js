// What fits the person who drives: chosen by themselves, for this car's questions alone. It never leaves the car.

import {both, button, h, switchRow} from "./dom.js";
import {mine} from "./mine.js";
import {backButton, sheet, stage, whyNot} from "./parts.js";
import {wish} from "./wire.js";
import {t} from "./words.js";

const TAGS = {new_driver: "car", family: "users", business: "clock"};

export function tags(ui, {chosen = null} = {}) {
  if (chosen === null) set(ui, null);
  const row = (id) => {
    const on = chosen.includes(id);
    const turn = () => set(ui, on ? chosen.filter((one) => one !== id) : [...chosen, id]);
    return switchRow({class: "p", "data-tag": id, on, onclick: turn}, TAGS[id], t(`tag.${id}`), t(`tag.${id}_note`));
  };
  const loud = !chosen?.includes("silent");
  const voice = () => set(ui, loud ? [...chosen, "silent"] : chosen.filter((one) => one !== "silent"));
  const aloud = ui.facts.aloud && chosen && switchRow({class: "p", "data-tag": "aloud", on: loud, onclick: voice}, "audio-lines", t("aloud"), t("aloud_note"));
  return {
    kind: "tags",
    title: t("tags.title"),
    stage: stage(backButton(() => ui.show(mine)), h("div", {class: "low"}, h("h1", {}, both("tags.title")))),
    main: [
      h("div", {class: "card switches"}, chosen && Object.keys(TAGS).map(row)),
      h("p", {class: "read"}, t("tags.note")),
      aloud && h("div", {class: "card switches"}, aloud),
      h("div", {class: "acts"}, button("done", {kind: "primary", "data-first": true, "data-back": true, onclick: () => ui.show(mine)})),
    ],
  };
}

// null only asks which are chosen.
async function set(ui, chosen) {
  try {
    const told = await wish({do: "tags", tags: chosen}, "tags");
    if (document.querySelector("#app.tags")) ui.show(tags, {chosen: told.tags}, {keepFocus: chosen !== null});
  } catch (error) {
    if (!document.querySelector("#app.tags")) return;
    ui.show(mine);
    await sheet({title: whyNot(error), choices: [{key: "close", value: null, kind: "primary"}]});
  }
}
