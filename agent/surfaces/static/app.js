// The page: one document, one view at a time. Everything it knows is in `ui`, in memory; leaving wipes it.

import {h} from "./dom.js";
import {brief, untilParked, waits} from "./driving.js";
import {home} from "./home.js";
import * as idle from "./idle.js";
import {knob} from "./knob.js";
import {canListen} from "./ears.js";
import {hearing} from "./listening.js";
import {question, standing} from "./question.js";
import {look} from "./receipt.js";
import {review} from "./review.js";
import {talkKey} from "./talk_key.js";
import {thanks} from "./thanks.js";
import {end, follow} from "./wire.js";
import {setLanguage, t} from "./words.js";

const root = document.documentElement;
const facts = JSON.parse(document.querySelector('meta[name="tingche-facts"]').content);
const OWN_DEVICE = root.dataset.device;
const PHONE_PX = 600;
// They have a form of their own for a car that moves. Every other view waits until it stands.
const DRIVES = new Set([home, hearing, question, review, thanks, brief, untilParked]);

export const ui = {
  facts,
  language: facts.language,
  // The car's and the queue's last word; null while the agent is away. A head unit counts as moving until told otherwise.
  state: {online: false, waiting: 0, speech: facts.speech && (!facts.remote || canListen()), moving: facts.kind === "head_unit", night: false, quiet: false, asks: null, lines: facts.lines, ways: facts.ways},
  away: false,
  low: false,
  talk: null,
  given: {}, // what was touched on a visitor's page and not sent yet: rule -> answer
  show,
  again,
  say,
  switchLanguage,
  leave,
};

let view = null, data = null, live = {};

// Show a view. It gets its data and returns {stage, main, kind, live}: `live.state` is called when the state changes.
function show(next, given = {}, {keepFocus = false} = {}) {
  view = next;
  data = given;
  for (const open of document.querySelectorAll("dialog[open]")) open.close();
  draw(keepFocus);
  idle.touched();
  if (next === home) standing(ui);
}

function draw(keepFocus) {
  const drives = !ui.state.moving || DRIVES.has(view);
  const made = drives ? view(ui, data) : waits(ui, view, data);
  live = made.live ?? {};
  const app = document.querySelector("#app");
  app.className = `view ${made.kind}`;
  app.replaceChildren(made.stage, h("main", {}, made.main, !made.clocked && idle.clock(made.kind)));
  document.title = `${made.title} · ${t("app")}`;
  if (keepFocus) return;
  const first = app.querySelector("[data-first]") ?? app.querySelector("h1");
  if (!first.matches("button, input, textarea")) first.tabIndex = -1;
  first.focus({preventScroll: true});
}

// The same view again: another language, or a state that changes what it holds.
function again() {
  const index = focusables().indexOf(document.activeElement);
  draw(true);
  (focusables()[index] ?? document.querySelector("#app h1"))?.focus({preventScroll: true});
}

// A view draws a part of itself anew: what a knob stands on stays under it.
function redraw() {
  const index = focusables().indexOf(document.activeElement);
  live.state();
  if (index >= 0 && document.activeElement === document.body) focusables()[index]?.focus({preventScroll: true});
}

function focusables() {
  return [...document.querySelectorAll("#app button, #app input, #app textarea")];
}

// For who listens to the page instead of looking at it.
function say(words) {
  document.querySelector("#said").textContent = words;
}

function switchLanguage() {
  const all = facts.languages;
  speak(all[(all.indexOf(ui.language) + 1) % all.length]);
  again();
}

function speak(language) {
  ui.language = language;
  setLanguage(language);
  root.lang = language;
}

// The person is done, or gone: nothing of them stays on the page, nor with the agent's visit.
async function leave() {
  ui.talk?.drop();
  Object.assign(ui, {talk: null, low: false, given: {}});
  delete root.dataset.low;
  if (facts.anonymous) speak(facts.language);
  say("");
  show(home);
  const goesOn = !facts.anonymous || (await end().catch(() => true));
  if (!goesOn) window.location.reload(); // a phone's code was good for one feedback
}

function told(state) {
  const before = JSON.stringify([ui.state, ui.away]), stood = !ui.state.moving;
  ui.away = state === null;
  if (state) ui.state = {...state, speech: state.speech && (!facts.remote || canListen())};
  root.dataset.theme = ui.state.night ? "dark" : "light";
  if (stood && ui.state.moving) for (const open of document.querySelectorAll("dialog[open]")) open.close();
  if (live.state && JSON.stringify([ui.state, ui.away]) !== before) redraw();
  else if (stood === ui.state.moving) again();
  standing(ui);
  talkKey(ui);
}

function fit() {
  const device = window.innerWidth <= PHONE_PX ? "phone" : OWN_DEVICE;
  if (device === root.dataset.device && view) return;
  root.dataset.device = device;
  if (view) again();
}

speak(ui.language);
window.addEventListener("resize", fit);
window.addEventListener("contextmenu", (event) => event.preventDefault());
fit();
idle.start(facts.idle_reset_s, leave, () => Object.keys(ui.given).length > 0 || ui.low || ui.language !== facts.language);
knob(() => document.querySelector("[data-back]")?.click());
show(facts.receipts ? look : home);
follow(told, () => window.location.reload());
