// The question that the device asks: one decision, large. By touch or in words; while the car moves by voice alone.

import {brand, button, chip, h, icon, rings} from "./dom.js";
import {holdOrTap, home} from "./home.js";
import {stage} from "./parts.js";
import {apologise, speak} from "./speak.js";
import {thanks} from "./thanks.js";
import {seen, wish} from "./wire.js";
import {t} from "./words.js";
import {write} from "./write.js";

let over = 0; // the number of the last question that was answered or left here
let busy = false; // an answer is on its way
let chosen = null; // {conversation, what}: the answer before this question

// Once more, after something else stood in its place.
export function askAgain(ui, asks) {
  if (ui.state.asks?.number === asks.number) ui.show(question, {asks});
  else ui.show(home);
}

export function question(ui, {asks}) {
  return ui.state.moving ? atTheWheel(ui, asks) : parked(ui, asks);
}

// As soon as nothing else is on the screen; a phone before the device is not asked.
export function standing(ui) {
  const {asks} = ui.state, app = document.querySelector("#app");
  const here = app.classList.contains("question");
  if (busy || ui.facts.remote || ui.talk || Object.keys(ui.given).length) return;
  if (asks && asks.number > over && (app.classList.contains("home") || (here && Number(app.dataset.asks) !== asks.number))) {
    ui.show(question, {asks});
  } else if (!asks && here) {
    ui.show(home);
  }
}

function parked(ui, asks) {
  const [words, other] = inOrder(ui, asks);
  const before = chosen?.conversation === asks.conversation && chip("check", t("ask.picked", {what: chosen.what}));
  const answers = asks.answers.map((one) => {
    const [first, second] = inOrder(ui, one);
    const touched = () => answer(ui, asks, one.id, first);
    return h("button", {type: "button", class: "answer", "data-answer": one.id, onclick: touched}, h("b", {}, first), second && h("small", {lang: "en"}, second));
  });
  const free = !answers.length;
  const aloud = () => speak(ui, {question: asks.number});
  if (free && ui.state.speech) answers.push(h("button", {type: "button", class: "answer aloud", onclick: aloud}, icon("mic"), h("b", {}, t("talk.one"))));
  const types = free && document.documentElement.dataset.device !== "kiosk"; // nobody types on a public screen
  const written = types && button("talk.write", {kind: "outline", onclick: () => ui.show(write, {asks})}, "keyboard");
  const say = !free && ui.state.speech && button("ask.say", {kind: "outline", onclick: aloud}, "mic");
  return {
    ...common(ui, asks, words),
    kind: "question",
    stage: stage(before, h("div", {class: "low"}, h("h1", {"data-first": true}, h("span", {}, words), other && h("small", {lang: "en"}, other)))),
    main: [
      h("div", {class: "answers", role: "group", "aria-label": words}, answers),
      !free && h("p", {class: "touch-note"}, icon("shield-check"), h("span", {}, ui.language === "en" ? ui.facts.answer.en : ui.facts.answer.zh)),
      h("div", {class: "acts"}, say, written, button("ask.dismiss", {"data-back": true, onclick: () => leave(ui, asks)})),
    ],
  };
}

// At most sixteen characters, nothing to read or to choose: say it, or let it be.
function atTheWheel(ui, asks) {
  const [words] = inOrder(ui, asks);
  const panel = h(
    "button",
    {type: "button", class: "stage talk", disabled: !ui.state.speech, "data-first": ui.state.speech},
    rings(),
    h("span", {class: "bar"}, brand()),
    h("span", {class: "orb"}, icon(ui.state.speech ? "mic" : "mic-off")),
    h("span", {class: "say"}, h("b", {}, t("talk.hold"))),
  );
  if (ui.state.speech) holdOrTap(panel, (hold) => speak(ui, {hold, question: asks.number}));
  return {
    ...common(ui, asks, words),
    kind: "question listening driving",
    stage: panel,
    main: [
      h("div", {class: "top"}, chip("car", t("drive.note"))),
      h("h1", {class: "go"}, words),
      h("div", {class: "acts"}, button("ask.dismiss", {"data-back": true, onclick: () => leave(ui, asks)})),
    ],
  };
}

function common(ui, asks, words) {
  const {moving, speech} = ui.state;
  document.querySelector("#app").dataset.asks = asks.number;
  seen(asks.number);
  ui.say(words);
  return {title: words, live: {state: () => (ui.state.moving !== moving || ui.state.speech !== speech) && ui.again()}};
}

function inOrder(ui, {zh, en}) {
  return ui.language === "en" ? [en || zh, ""] : [zh, en];
}

async function answer(ui, asks, id, what) {
  for (const one of document.querySelectorAll(".answer, .acts button")) one.disabled = true;
  await end(ui, asks, {do: "answer", question: asks.number, answer: id}, {conversation: asks.conversation, what});
}

function leave(ui, asks) {
  return end(ui, asks, {do: "leave", question: asks.number}, null);
}

async function end(ui, asks, said, before) {
  busy = true;
  try {
    const event = await wish(said, "asking", "recorded", "left", "not_kept");
    over = Math.max(over, asks.number);
    chosen = before;
    if (event.event === "asking") ui.show(question, {asks: event.asks});
    else if (event.event === "recorded") ui.show(thanks, {recorded: event});
    else if (event.event === "left") ui.show(home);
    else apologise(ui, event);
  } catch (error) {
    apologise(ui, error);
  } finally {
    busy = false;
    standing(ui);
  }
}
