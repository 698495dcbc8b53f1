// Where a visit begins: talk, touch a face, or look at one's data.

import {both, brand, faces, h, icon, qrPicture, rings, switchRow} from "./dom.js";
import {atTheWheel} from "./driving.js";
import {feedback, freshNews} from "./feedback.js";
import {behind, form, hasForm} from "./form.js";
import * as idle from "./idle.js";
import {invite} from "./invite.js";
import {mine} from "./mine.js";
import {setTrip, sheet, stateChips} from "./parts.js";
import {look} from "./receipt.js";
import {rate, speak} from "./speak.js";
import {t} from "./words.js";
import {write} from "./write.js";

export const HOLD_MS = 220; // shorter than this was a tap

export function home(ui) {
  if (ui.state.moving) return driving(ui);
  const {quiet} = ui.state;
  const asked = quiet ? "home.quiet" : {head_unit: "home.head", charger_kiosk: "home.kiosk"}[ui.facts.kind] ?? "home.terminal";
  if (hasForm(ui) && !quiet) return form(ui, asked);
  const top = h("div", {class: "top"});
  const clocked = document.documentElement.dataset.device === "kiosk" && !ui.low;
  const drawTop = () => top.replaceChildren(...[stateChips(ui), clocked && idle.clock("home"), languageButton(ui)].filter(Boolean));
  drawTop();
  const order = ways(ui), shown = order.join();
  const below = h("div", {class: "tiles"});
  const drawTiles = () => below.replaceChildren(...tiles(ui, order.slice(order.indexOf("touch"))));
  drawTiles();
  const question = h("h1", {class: "ask"}, both(asked));
  const panelled = order[0] === "speak";
  return {
    kind: `home ${ui.state.quiet ? "quiet" : ""} ${panelled ? "" : "by-vote"}`,
    title: t(asked),
    clocked,
    stage: panelled ? talkStage(ui, question) : askStage(ui, asked),
    main: [
      panelled && ui.facts.invites && invite(ui),
      top,
      panelled && h("div", {class: "ask-here"}, h("h1", {"data-first": true}, both(asked))),
      inOrder(ui, panelled ? order.slice(1) : order, panelled),
      below,
    ],
    live: {
      state() {
        if (ui.state.quiet !== quiet || ui.state.moving || hasForm(ui) || ways(ui).join() !== shown) return ui.again();
        drawTop();
        drawTiles();
        document.querySelector(".stage.talk")?.replaceWith(talkStage(ui, question));
        document.querySelector(".talk-card")?.replaceWith(talkCard(ui));
      },
    },
  };
}

// The ways of giving feedback that there are here now, in the order that the profile names: people may have voted on it.
function ways(ui) {
  const there = {speak: true, touch: true, type: types(ui), phone: ui.facts.invites || (ui.facts.phone && !ui.facts.remote)};
  return ui.state.ways.filter((way) => there[way]);
}

// Large ones stand by themselves; a small one that comes before the faces does too, the others are among the tiles.
function inOrder(ui, order, panelled) {
  const touch = order.indexOf("touch");
  return order.flatMap((way, at) => {
    if (way === "speak") return [talkCard(ui)];
    if (way === "touch") return [h("section", {class: "card rate"}, faces((rating) => rate(ui, rating)), touchNote(ui))];
    if (way === "phone" && ui.facts.invites) return panelled ? [] : [invite(ui)];
    return at < touch ? [h("div", {class: "tiles first"}, smallWay(ui, way))] : [];
  });
}

function smallWay(ui, way) {
  return way === "type" ? tile("keyboard", "talk.write", () => ui.show(write)) : tile("smartphone", "phone.tile", () => onPhone(ui));
}

// The question alone, where talking is not what most people here like best.
function askStage(ui, asked) {
  const place = ui.facts.place && h("span", {class: "place"}, ui.facts.place);
  return h("header", {class: "stage"}, rings(), h("div", {class: "bar"}, brand(), place), h("div", {class: "low"}, h("h1", {"data-first": true}, both(asked))));
}

// Talking as one way among others.
function talkCard(ui) {
  const {able, writes, words, note, picture} = talking(ui);
  const card = h("button", {type: "button", class: "card talk-card", disabled: !able && !writes}, icon(picture), h("span", {class: "say"}, h("b", {}, t(words)), h("span", {}, t(note))));
  if (writes) card.addEventListener("click", () => ui.show(write));
  else if (able) holdOrTap(card, (hold) => speak(ui, {hold}));
  return card;
}

// At the wheel: talk, or be left in peace.
function driving(ui) {
  const before = JSON.stringify([ui.state.quiet, ui.state.speech, ui.away]);
  return atTheWheel({
    kind: `home ${ui.state.quiet ? "quiet" : ""}`,
    words: t(ui.state.quiet ? "home.quiet_drive" : "home.drive"),
    left: talkStage(ui, h("h1", {})),
    acts: [tripSwitch(ui)],
    state: () => (!ui.state.moving || JSON.stringify([ui.state.quiet, ui.state.speech, ui.away]) !== before) && ui.again(),
  });
}

// The whole notice of a touch: touching a face beside it is the consent to that one rating.
function touchNote(ui) {
  const {zh, en} = ui.facts.touch;
  const words = ui.language === "en" ? en : zh;
  return h("p", {class: "touch-note"}, icon("shield-check"), h("span", {}, words));
}

export function languageButton(ui) {
  if (ui.facts.languages.length < 2) return null;
  const other = ui.language === "en" ? "zh-CN" : "en";
  return h("button", {type: "button", class: "btn outline small", lang: other, onclick: ui.switchLanguage}, icon("globe"), h("span", {}, t("language")));
}

// The whole panel is the talk target: hold it, or tap it.
function talkStage(ui, question) {
  const {able, writes, words, note, picture} = talking(ui);
  const panel = h(
    "button",
    {type: "button", class: "stage talk", disabled: !able && !writes},
    rings(),
    h("span", {class: "bar"}, brand(), ui.facts.place && h("span", {class: "place"}, ui.facts.place)),
    h("span", {class: "hero", "aria-hidden": "true"}, question.cloneNode(true).childNodes.length ? [...question.cloneNode(true).childNodes] : ""),
    h("span", {class: "orb"}, icon(picture)),
    h("span", {class: "say"}, h("b", {}, t(words)), h("span", {}, t(note))),
  );
  if (writes) panel.addEventListener("click", () => ui.show(write));
  else if (able) holdOrTap(panel, (hold) => speak(ui, {hold}));
  return panel;
}

// Whether one can talk now, or write instead, and how that is said.
function talking(ui) {
  const able = ui.state.speech && !ui.state.quiet && !ui.away;
  const writes = !ui.state.speech && !ui.state.quiet && !ui.state.moving;
  const deaf = !ui.state.speech && ui.state.moving;
  const [words, note] = ui.state.quiet
    ? ["talk.quiet", ui.state.moving ? "state.mic_off" : "talk.quiet_note"]
    : writes
      ? ["talk.write", "talk.write_note"]
      : deaf
        ? ["talk.deaf", "talk.deaf_note"]
        : ["talk.hold", "talk.tap"];
  return {able, writes, words, note, picture: ui.state.quiet || deaf ? "mic-off" : writes ? "keyboard" : "mic"};
}

// `begin(hold)` once it is touched: held, or tapped.
export function holdOrTap(panel, begin) {
  let timer = null, touched = false;
  panel.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    touched = true;
    timer = setTimeout(() => {
      timer = null;
      begin(true);
    }, HOLD_MS);
  });
  panel.addEventListener("click", () => {
    if (timer !== null || !touched) begin(false); // a short touch; or Enter, or a knob
    clearTimeout(timer);
    timer = null;
    touched = false;
  });
  panel.addEventListener("pointerleave", () => {
    clearTimeout(timer);
    timer = null;
  });
}

function tile(picture, key, go) {
  return h("button", {type: "button", class: "tile", onclick: go}, icon(picture), h("span", {class: "grow"}, h("b", {}, t(key)), h("small", {}, t(`${key}_note`))));
}

// Besides what concerns a person's own things: those of these ways that are small.
function tiles(ui, ways) {
  const own = !ui.facts.anonymous, kiosk = document.documentElement.dataset.device === "kiosk";
  const told = own && tile("message-square-text", "told.tile", () => ui.show(feedback));
  const news = freshNews(ui);
  if (told && news) told.querySelector("small").replaceChildren(h("span", {class: "told-news"}, t("told.fresh", {n: news})));
  return [
    own && tripSwitch(ui),
    told,
    own && tile("shield-check", "mine.tile", () => ui.show(mine)),
    ...ways.filter((way) => way === "type" || (way === "phone" && !ui.facts.invites)).map((way) => smallWay(ui, way)),
    kiosk && !ui.low && ui.state.lines?.length > 0 && touchTile("message-square-text", t("form.tile"), () => ui.show(behind)),
    !own && tile("receipt-text", "receipt.tile", () => ui.show(look)),
    ui.low && ui.facts.languages.length > 1 && touchTile("globe", t("language"), ui.switchLanguage),
    kiosk && lower(ui),
  ].filter(Boolean);
}

function tripSwitch(ui) {
  const props = {class: "tile trip", on: ui.state.quiet, onclick: () => setTrip(ui, !ui.state.quiet)};
  return switchRow(props, null, t("trip.label"), t(ui.state.quiet ? "trip.on" : "trip.off"));
}

// The same pages on the visitor's own phone.
export function onPhone(ui) {
  const body = h("div", {class: "phone-qr"}, qrPicture(ui.facts.phone, t("phone.qr")));
  return sheet({title: t("phone.title"), text: t("phone.text"), body, choices: [{key: "close", value: null, kind: "primary"}]});
}

// In a car one speaks, and a kiosk has no keyboard; a phone before it has.
function types(ui) {
  return ["phone", "terminal"].includes(document.documentElement.dataset.device) && ui.state.speech && !ui.state.quiet;
}

// Every control into the lower half, for who sits or is small.
function lower(ui) {
  return touchTile("accessibility", t(ui.low ? "high" : "low"), () => {
    ui.low = !ui.low;
    document.documentElement.toggleAttribute("data-low", ui.low);
    ui.again();
  });
}

function touchTile(picture, words, go) {
  return h("button", {type: "button", class: "tile", onclick: go}, icon(picture), h("span", {class: "grow"}, h("b", {}, words)));
}
