// Deleting: asked once, plainly; then what was done, store by store, and never more than was done.

import {both, button, chip, download, h, icon} from "./dom.js";
import {mine} from "./mine.js";
import {sheet, stage, whyNot} from "./parts.js";
import {wish} from "./wire.js";
import {t} from "./words.js";

// One record, or everything. `asked` is where the list came from.
export async function erase(ui, {asked, one = null, count, place = 0}) {
  const choices = [{key: "erase.no", value: false}, {key: "erase.yes", value: true, kind: "danger", picture: "trash-2"}];
  const [title, text] = one ? ["erase.ask_one", "erase.text_one"] : ["erase.ask_all", "erase.text_all"];
  if (!(await sheet({title: t(title), text: t(text, {n: count}), choices}))) return;
  ui.show(working, {});
  try {
    const said = one ? {do: "erase_one", record_id: one.record_id} : {do: "erase"};
    const report = await wish(said, "erased");
    ui.show(erased, {report, count, asked, whole: !one, place});
  } catch (error) {
    ui.show(mine, {asked});
    await sheet({title: whyNot(error), choices: [{key: "close", value: null, kind: "primary"}]});
  }
}

function working(ui) {
  ui.say(t("erase.working"));
  return {
    kind: "erased working",
    title: t("erase.working"),
    stage: stage(h("div", {class: "low"}, h("h1", {}, t("erase.working")))),
    main: [h("div", {class: "bar-move", role: "progressbar", "aria-label": t("erase.working")})],
  };
}

export function erased(ui, {report, count, asked = null, whole = true, place = 0}) {
  const rows = [
    [t("erase.keys"), report.keys_shredded ? ["erase.keys_done", "ok"] : ["erase.keys_kept", ""]],
    [t("erase.rows", {n: count}), ["erase.rows_done", "ok"]],
    [t("erase.log"), report.wal_truncated ? ["erase.log_done", "ok"] : ["erase.log_open", "warn"]],
    [t("erase.chip"), ["erase.unseen", "warn"]],
  ];
  const back = () => (asked === null || whole ? ui.leave() : ui.show(mine, {asked, focus: place}));
  const at = new Date();
  ui.say(t("erase.title"));
  return {
    kind: "erased",
    title: t("erase.title"),
    stage: stage(
      h("span", {class: "orb"}, icon("check")),
      h("h1", {}, both("erase.title")),
      h("p", {class: "read num"}, t.when(at.toISOString())),
      h("p", {class: "id num"}, h("span", {}, t("erase.id")), report.erasure_id),
    ),
    main: [
      h("section", {class: "card done"}, h("h2", {}, t("erase.here")), h("ul", {}, rows.map(([what, [key, kind]]) => h("li", {}, h("span", {class: "grow"}, what), chip(kind === "ok" ? "check" : "info", t(key), kind))))),
      h("section", {class: "card done"}, h("h2", {}, t("erase.hub")), h("ul", {}, h("li", {}, h("span", {class: "grow"}, t("erase.notice")), chip("hourglass", t("erase.notice_wait"), "warn"))), h("p", {class: "read"}, t("erase.notice_text"))),
      h("p", {class: "hint"}, icon("eye"), t("erase.note")),
      h("div", {class: "acts"}, button("done", {kind: "primary", "data-first": true, "data-back": true, onclick: back}, "check"), button("erase.save", {onclick: () => save(report, count, at)}, "download")),
    ],
  };
}

// The receipt of deletion as a file: what was done, when, and under which number the desk is told.
function save(report, count, at) {
  const {event, ...done} = report;
  download(`tingche-deletion-${report.erasure_id}.json`, JSON.stringify({...done, records_deleted: count, at: at.toISOString()}, null, 1), "application/json");
}
