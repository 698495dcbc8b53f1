// Deleting: asked once, plainly; then what was done, store by store, and never more than was done.

import {both, button, chip, download, h, icon} from "./dom.js";
import {mine} from "./mine.js";
import {sheet, stage, whyNot} from "./parts.js";
import {wish} from "./wire.js";
import {t} from "./words.js";

const LOOK_AGAIN_MS = 4000;

// One record, or everything. `asked` is where the list came from.
export async function erase(ui, {asked, one = null, count, place = 0}) {
  const choices = [{key: "erase.no", value: false}, {key: "erase.yes", value: true, kind: "danger", picture: "trash-2"}];
  const single = one !== null || (asked.do === "look" && !ui.facts.anonymous); // a receipt opens its own record alone
  const [title, text] = single ? ["erase.ask_one", "erase.text_one"] : ["erase.ask_all", "erase.text_all"];
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
  const back = () => (asked === null || whole ? ui.leave() : ui.show(mine, {asked, focus: place}));
  const desk = h("span", {});
  const answered = () => desk.replaceChildren(chip("check", t("erase.confirmed"), "ok"));
  desk.append(chip("hourglass", t("erase.notice_wait"), "warn"));
  watch(report.erasure_id, desk, answered);
  ui.say(t("erase.title"));
  return {
    kind: "erased",
    title: t("erase.title"),
    stage: stage(
      h("span", {class: "orb"}, icon("check")),
      h("h1", {}, both("erase.title")),
      h("p", {class: "read num"}, t.when(new Date().toISOString())),
      h("p", {class: "id num"}, h("span", {}, t("erase.id")), report.erasure_id),
    ),
    main: [
      h("section", {class: "card done"}, h("h2", {}, t("erase.here")), h("ul", {}, here(report, count).map(([what, key, kind]) => line(what, chip(kind === "ok" ? "check" : "info", t(key), kind))))),
      h("section", {class: "card done"}, h("h2", {}, t("erase.hub")), h("ul", {}, line(t("erase.notice"), desk)), h("p", {class: "read"}, t("erase.notice_text"))),
      h("p", {class: "hint"}, icon("eye"), t("erase.note")),
      h("div", {class: "acts"}, button("done", {kind: "primary", "data-first": true, "data-back": true, onclick: back}, "check"), button("erase.save", {onclick: () => save(ui, report.erasure_id)}, "download")),
    ],
  };
}

function line(what, ...state) {
  return h("li", {}, h("span", {class: "grow"}, what), state);
}

// What was done in each place: [what, words, ok or warn]. Places with nothing of this person are left out.
function here(report, count) {
  const did = Object.fromEntries(report.stores.map((one) => [one.store, one]));
  const consents = (did.grants?.count ?? 0) > 0;
  return [
    did.subjects?.action === "shredded" && [t("erase.keys"), "erase.keys_done", "ok"],
    [t("erase.rows", {n: count}), "erase.rows_done", "ok"],
    consents && [t("erase.consents"), "erase.rows_done", "ok"],
    [t("erase.log"), report.wal_truncated ? "erase.log_done" : "erase.log_open", report.wal_truncated ? "ok" : "warn"],
    [t("erase.chip"), "erase.unseen", "warn"],
  ].filter(Boolean);
}

// The desk's own confirmation, as soon as this device has heard it, while the page is looked at.
function watch(id, place, answered) {
  const look = async () => {
    if (!place.isConnected) return clearInterval(timer);
    const proof = await wish({do: "proof", erasure_id: id}, "deletion_receipt").catch(() => null);
    if (proof?.receipt.hub) {
      clearInterval(timer);
      answered();
    }
  };
  const timer = setInterval(look, LOOK_AGAIN_MS);
}

// The receipt of the deletion as a file, signed by this device and, once it answered, by the desk.
async function save(ui, id) {
  try {
    const {receipt} = await wish({do: "proof", erasure_id: id}, "deletion_receipt");
    download(`tingche-deletion-${id}.json`, JSON.stringify(receipt, null, 1), "application/json");
    ui.say(t("mine.exported"));
  } catch (error) {
    await sheet({title: whyNot(error), choices: [{key: "close", value: null, kind: "primary"}]});
  }
}
