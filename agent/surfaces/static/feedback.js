// What became of what a driver said: number, state in words, time and the desk's answer, the newest first.

import {both, button, chip, h, icon, masked} from "./dom.js";
import {home} from "./home.js";
import {read, summary} from "./mine.js";
import {backButton, sheet, stage, whyNot} from "./parts.js";
import {speak} from "./speak.js";
import {wish} from "./wire.js";
import {t} from "./words.js";

const FRESH_MS = 7 * 24 * 3600 * 1000;

let seenUntil = ""; // the newest answer that was on this page

// Answers of the last days that nobody has looked at since the page was opened.
export function freshNews(ui) {
  const since = new Date(Date.now() - FRESH_MS).toISOString();
  return (ui.state.news ?? []).filter((at) => Date.parse(at) > Date.parse(seenUntil || since)).length;
}

export function feedback(ui, {found = null} = {}) {
  if (found === null) load(ui);
  const lines = found === null ? [] : newestFirst(found);
  const answered = lines.filter((one) => one.news).length;
  const counts = found && [["told.count", lines.length], ["told.answered", answered]];
  return {
    kind: `feedback ${found && !lines.length ? "nothing" : ""}`,
    title: t("told.title"),
    stage: stage(
      backButton(() => ui.show(home)),
      h("h1", {}, both("told.title")),
      counts && h("ul", {class: "counts"}, counts.map(([key, count]) => h("li", {}, h("b", {class: "num"}, String(count)), h("span", {}, t(key))))),
    ),
    main: found === null ? [h("p", {class: "read faint"}, "…")] : lines.length ? listed(ui, found, lines) : empty(ui),
  };
}

async function load(ui) {
  let found = {records: [], news: []};
  try {
    found = await wish({do: "mine"}, "export");
  } catch (error) {
    if (!document.querySelector("#app.feedback")) return; // the person went on meanwhile
    if (error.kind !== "refused") {
      ui.show(home);
      await sheet({title: whyNot(error), choices: [{key: "close", value: null, kind: "primary"}]});
      return;
    }
  }
  if (!document.querySelector("#app.feedback")) return;
  seenUntil = found.news.map((one) => one.told_at).sort().at(-1) ?? seenUntil;
  ui.show(feedback, {found});
}

// [{at, one, news}]: every feedback with what was told of it, and answers whose feedback is too old to be here still.
function newestFirst({records, news}) {
  const of = new Map(news.map((one) => [one.record_id, one]));
  const lines = records.map((one) => ({one, news: of.get(one.record_id)}));
  const known = new Set(records.map((one) => one.record_id));
  lines.push(...news.filter((one) => !known.has(one.record_id)).map((one) => ({one: null, news: one})));
  const at = (line) => Date.parse(line.news?.told_at ?? line.one.recorded_at);
  return lines.map((line) => ({...line, at: at(line)})).sort((a, b) => b.at - a.at);
}

function listed(ui, found, lines) {
  return [
    h("ul", {class: "card list told-list fades"}, lines.map((line, i) => row(ui, found, line, i === 0))),
    h("div", {class: "acts"}, ui.state.speech && !ui.state.quiet && button("thanks.more", {onclick: () => speak(ui)}, "mic"), button("back", {"data-back": true, onclick: () => ui.show(home)})),
  ];
}

const LOOKS = {solved: ["check", "ok"], in_progress: ["hourglass", "accent"], received: ["circle-check", "accent"], pending: ["cloud-upload", "warn"], receipted: ["send", ""], quarantined: ["info", "warn"]};

function row(ui, found, {one, news, at}, first) {
  const state = news?.state ?? one.state;
  const number = news?.ticket_no ?? one.ticket_no ?? one.receipt_code;
  const [picture, kind] = LOOKS[state] ?? LOOKS.receipted;
  const note = news && noteOf(ui, news);
  const when = t.when(new Date(at).toISOString());
  const words = [
    h("span", {class: "m num"}, h("b", {}, number), " · ", when),
    h("span", {class: "t"}, one ? summary(one) : t("told.older")),
    note && h("span", {class: "note"}, h("b", {}, `${t("news.answer")}${ui.language === "en" ? ": " : "："}`), masked(note)),
  ];
  const open = () => read(ui, found, one ?? {recorded_at: new Date(at).toISOString(), state: "receipted"}, news);
  return h(
    "li",
    {},
    h("button", {type: "button", class: "reads grow", "data-first": first, onclick: open}, words),
    chip(picture, t(news ? `news.${state}` : `record.${state}`), kind),
  );
}

export function noteOf(ui, news) {
  return ui.language === "en" ? news.note_en || news.note_zh : news.note_zh;
}

function empty(ui) {
  const can = ui.state.speech && !ui.state.quiet;
  return [
    h("div", {class: "none"}, h("span", {class: "lead-icon"}, icon("message-square-text")), h("h2", {}, t("told.empty")), h("p", {class: "read"}, t("told.empty_note"))),
    h("div", {class: "acts"}, can && button("talk.one", {kind: "primary", "data-first": true, onclick: () => speak(ui)}, "mic"), button("back", {"data-back": true, onclick: () => ui.show(home)})),
  ];
}
