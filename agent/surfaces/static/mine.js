// What this device has of a person: to see, to read, to take along, to withdraw, to delete. By profile, or by receipt.

import {both, button, download, facePicture, h, icon, masked} from "./dom.js";
import {erase} from "./erasing.js";
import {noteOf} from "./feedback.js";
import {home} from "./home.js";
import {look} from "./receipt.js";
import {backButton, sheet, stage, whyNot} from "./parts.js";
import {tags} from "./tags.js";
import {stateOf} from "./vehicle.js";
import {wish} from "./wire.js";
import {t} from "./words.js";

// `asked` is the wish that brings the data: {do: "mine"}, or {do: "look", receipt} for a receipt's secret.
export function mine(ui, {asked = {do: "mine"}, found = null, focus = null} = {}) {
  if (found === null) {
    load(ui, asked);
    return waiting(ui);
  }
  const {records} = found;
  const counts = [
    ["mine.records", records.length],
    ["mine.contacts", records.filter((one) => one.record?.contact_left).length],
    ["mine.voice", records.filter((one) => one.has_voice).length],
    ["mine.places", 0],
  ];
  const title = asked.do === "look" ? "mine.title_receipt" : "mine.title";
  const chosen = found.stores?.personal_tags ?? [];
  const nothing = records.length === 0 && found.live.length === 0 && chosen.length === 0;
  return {
    kind: `mine ${nothing ? "nothing" : ""}`,
    title: t(title),
    stage: stage(
      backButton(() => leave(ui, asked)),
      h("h1", {}, both(title)),
      h("ul", {class: "counts"}, counts.map(([key, count]) => h("li", {}, h("b", {class: "num"}, String(count)), h("span", {}, t(key))))),
    ),
    main: nothing ? empty(ui, asked) : listed(ui, asked, found, focus),
  };
}

function leave(ui, asked) {
  if (asked.do === "look" || ui.facts.anonymous) ui.leave();
  else ui.show(home);
}

function waiting(ui) {
  return {
    kind: "mine",
    title: t("mine.title"),
    stage: stage(backButton(() => ui.show(home)), h("h1", {}, both("mine.title"))),
    main: [h("p", {class: "read faint"}, "…")],
  };
}

async function load(ui, asked, focus) {
  try {
    const found = await wish(asked, "export");
    const shown = asked.do === "look" ? {live: liveOf(found.grants)} : {live: await liveNow()};
    if (!document.querySelector("#app.mine")) return; // the person went on meanwhile
    found.records.sort((a, b) => (a.recorded_at < b.recorded_at ? 1 : -1));
    ui.show(mine, {asked, found: {...found, ...shown}, focus});
  } catch (error) {
    if (!document.querySelector("#app.mine")) return;
    const none = error.kind === "refused";
    if (none) return ui.show(mine, {asked, found: {grants: [], records: [], live: []}});
    ui.show(home);
    await sheet({title: whyNot(error), choices: [{key: "close", value: null, kind: "primary"}]});
  }
}

// [{id, until, period}]: what is in force, by purpose.
async function liveNow() {
  const told = await wish({do: "consent"}, "consent");
  const grants = liveOf(told.grants);
  return Object.keys(told.live)
    .filter((id) => told.live[id])
    .map((id) => grants.find((one) => one.id === id) ?? {id, until: null});
}

function liveOf(grants) {
  const now = new Date().toISOString();
  const open = grants.filter((grant) => grant.withdrawn_at === null && grant.expires_at > now);
  const ends = new Map();
  for (const grant of open) {
    const off = new Set(grant.withdrawn ?? []);
    for (const id of grant.purposes.filter((one) => !off.has(one))) {
      if (!ends.has(id) || ends.get(id).until < grant.expires_at) ends.set(id, {id, until: grant.expires_at, period: grant.period});
    }
  }
  return [...ends.values()];
}

function empty(ui, asked) {
  return [
    h("div", {class: "none"}, h("span", {class: "lead-icon"}, icon("shield-check")), h("h2", {}, t("mine.empty")), h("p", {class: "read"}, t("mine.empty_note"))),
    h("div", {class: "acts"}, button("done", {kind: "primary", "data-first": true, onclick: () => leave(ui, asked)}), tagsButton(ui, asked), receiptButton(ui, asked)),
  ];
}

// Of the driver, in their own car; a receipt belongs to nobody in particular.
function tagsButton(ui, asked, chosen = []) {
  if (asked.do !== "mine" || ui.facts.anonymous) return null;
  const made = button("tags.open", {onclick: () => ui.show(tags)}, "users");
  if (chosen.length) made.append(h("small", {}, chosen.map((one) => t(`tag.${one.tag}`)).join(ui.language === "en" ? ", " : "、")));
  return made;
}

function receiptButton(ui, asked) {
  return asked.do === "mine" && button("receipt.tile", {onclick: () => ui.show(look)}, "receipt-text");
}

function listed(ui, asked, found, focus) {
  const rows = found.records.map((one, i) => recordRow(ui, asked, found, one, i === focus));
  return [
    h("ul", {class: "card list fades", tabindex: rows.length ? undefined : "0"}, rows.length ? rows : h("li", {class: "plain"}, h("p", {}, t("mine.no_records")))),
    h("section", {class: "card grants fades"}, h("h2", {}, t("mine.consents")), grantRows(ui, asked, found)),
    h(
      "div",
      {class: "acts"},
      tagsButton(ui, asked, found.stores?.personal_tags),
      receiptButton(ui, asked),
      button("mine.export", {onclick: () => exportAll(ui, asked)}, "download"),
      button("mine.erase", {kind: "danger", onclick: () => erase(ui, {asked, count: found.records.length})}, "trash-2"),
    ),
  ];
}

function recordRow(ui, asked, found, one, first) {
  const when = t.when(one.recorded_at);
  const text = one.record?.text?.text;
  const rating = one.record?.rating;
  const what = summary(one);
  const lead = !text && rating ? h("span", {class: `lead-icon face f${rating}`}, facePicture(rating)) : h("span", {class: "lead-icon"}, icon(one.record ? "message-square-text" : "send"));
  const notes = [
    when,
    h("span", {class: one.state === "pending" ? "wait" : ""}, t(`record.${one.state}`)),
    one.ticket_no && t("record.ticket", {no: one.ticket_no}),
    one.record?.contact_left && t("record.contact"),
  ].filter(Boolean);
  const title = h("span", {class: "t"}, what);
  const news = found.news?.find((line) => line.record_id === one.record_id);
  if (news) notes.splice(1, 1, h("span", {class: "told-news"}, t(`news.${news.state}`)));
  const body = [title, h("span", {class: "m num"}, notes.flatMap((note, i) => (i ? [" · ", note] : [note])))];
  const reads = text || news
    ? h("button", {type: "button", class: "grow reads", "aria-label": t("mine.read", {when}), "data-first": first, onclick: () => read(ui, found, one, news)}, body)
    : h("span", {class: "grow"}, body);
  const remove = () => erase(ui, {asked, one, count: 1, place: found.records.indexOf(one)});
  return h("li", {}, lead, reads, h("button", {type: "button", class: "ib", "aria-label": t("mine.erase_one", {when}), onclick: remove}, icon("trash-2")));
}

// One line that tells which feedback it was.
export function summary({record}) {
  if (record?.text) return masked(record.text.text);
  if (record?.rating) return t("record.rated", {face: t(`face.${record.rating}`)});
  return answered(record) || t("record.gone");
}

// What was answered to questions of the device, as it was asked and offered.
function answered(record) {
  return (record?.answers ?? []).map((one) => `${one.question} ${one.answer}`.trim()).join(" ");
}

// The recording that is kept for review while it waits, as it will be sent; base64 of Ogg.
function soundOf(found, one) {
  const kept = (found.stores?.entries ?? []).find((entry) => entry.kind === "voice" && entry.record?.record_id === one.record_id);
  return kept?.record.sound;
}

function player(sound) {
  const bytes = Uint8Array.from(atob(sound), (character) => character.charCodeAt(0));
  const audio = h("audio", {controls: true, preload: "none", "aria-label": t("mine.listen")});
  audio.src = URL.createObjectURL(new Blob([bytes], {type: "audio/ogg"}));
  return h("p", {class: "listen"}, h("span", {class: "muted"}, t("mine.listen")), audio);
}

// All that is here of one record, and what the desk answered.
export async function read(ui, found, one, news) {
  const {record} = one;
  const sound = soundOf(found, one), when = t.when(one.recorded_at);
  const purposes = record?.consent.purposes.map((id) => t(`purpose.${id}`)).join("、");
  const note = news && noteOf(ui, news);
  const body = h(
    "div",
    {class: "whole fades", tabindex: "0"},
    news && h("p", {class: "reply"}, h("b", {}, `${t("news.answer")} · ${t(`news.${news.state}`)}`), note && h("span", {}, masked(note))),
    h("p", {class: "words"}, record?.text ? masked(record.text.text) : t("record.gone")),
    answered(record) && h("p", {class: "muted"}, answered(record)),
    record?.rating && h("p", {class: "muted"}, t("record.rated", {face: t(`face.${record.rating}`)})),
    record?.vehicle && h("p", {class: "muted num"}, t("record.vehicle", {what: stateOf(record.vehicle.readings).join(t("vehicle.between"))})),
    h("p", {class: "muted num"}, `${when} · ${news?.ticket_no ?? one.ticket_no ?? one.receipt_code ?? ""} · ${t(`record.${one.state}`)}${purposes ? ` · ${t("record.consent", {purposes})}` : ""}`),
    sound && player(sound),
  );
  await sheet({title: t("mine.read", {when}).split(/[：:]/)[0], body, choices: [{key: "close", value: null, kind: "primary"}]});
}

function grantRows(ui, asked, found) {
  if (!found.live.length) return h("p", {class: "read"}, t("mine.no_consents"));
  return h(
    "ul",
    {},
    found.live.map(({id, until, period}) =>
      h(
        "li",
        {},
        h("span", {class: "grow"}, h("b", {}, t(`purpose.${id}`)), until && h("small", {class: "num"}, period === "once" ? t("period.once") : t("mine.until", {date: t.date(until)}))),
        button("mine.withdraw", {"aria-label": `${t("mine.withdraw")} ${t(`purpose.${id}`)}`, onclick: () => withdraw(ui, asked, id)}),
      ),
    ),
  );
}

async function withdraw(ui, asked, id) {
  const what = t(`purpose.${id}`);
  const choices = [{key: "cancel", value: false}, {key: "mine.withdraw", value: true, kind: "primary"}];
  if (!(await sheet({title: t("mine.withdraw_ask", {what}), text: t("mine.withdraw_text"), choices}))) return;
  try {
    const told = await wish({do: "withdraw", purposes: [id]}, "withdrawn");
    const words = t("mine.withdrawn", {what, n: told.unsent_records_purged});
    ui.say(words);
    await sheet({title: words, choices: [{key: "close", value: null, kind: "primary"}]});
  } catch (error) {
    await sheet({title: whyNot(error), choices: [{key: "close", value: null, kind: "primary"}]});
  }
  ui.show(mine, {asked});
}

async function exportAll(ui, asked) {
  try {
    const {event, ...all} = await wish(asked, "export");
    download("tingche-my-data.json", JSON.stringify(all, null, 1), "application/json");
    ui.say(t("mine.exported"));
  } catch (error) {
    await sheet({title: whyNot(error), choices: [{key: "close", value: null, kind: "primary"}]});
  }
}
