// One feedback as the person lives it: consent where it is missing, listening, the masked preview, thanks.

import {consent} from "./consent.js";
import {brief, parked} from "./driving.js";
import {listenWithPage, rateHz} from "./ears.js";
import {home} from "./home.js";
import * as idle from "./idle.js";
import {hearing} from "./listening.js";
import {erased} from "./erasing.js";
import {sheet, sorry, whyNot} from "./parts.js";
import {question} from "./question.js";
import {review} from "./review.js";
import {thanks} from "./thanks.js";
import {Talk, wish} from "./wire.js";
import {t} from "./words.js";

// A sentence, spoken. `hold`: it ends when the finger leaves.
// `question`: the number of the one that it answers.
export function speak(ui, {hold = false, question: number} = {}) {
  const own = ui.facts.remote ? {rate_hz: rateHz()} : {};
  return converse(ui, {do: "say", hold, language: ui.language, question: number, ...own}, () => speak(ui, {question: number}));
}

// A sentence, written; `number` as above.
export function send(ui, text, number) {
  return converse(ui, {do: "write", text, question: number}, null);
}

// One touch on a face is a whole feedback.
export async function rate(ui, rating) {
  try {
    const event = await wish({do: "rate", rating}, "recorded", "not_kept");
    if (event.event === "recorded") ui.show(thanks, {recorded: event, rating});
    else apologise(ui, event);
  } catch (error) {
    apologise(ui, error);
  }
}

// Lines that were touched, together.
export async function visit(ui, touched) {
  touched.disabled = true;
  try {
    const event = await wish({do: "visit", answers: ui.given}, "recorded", "not_kept");
    if (event.event !== "recorded") return apologise(ui, event);
    ui.given = {};
    ui.show(thanks, {recorded: event});
  } catch (error) {
    apologise(ui, error);
  }
}

async function converse(ui, wanted, again) {
  const touched = wanted.question === undefined && Object.keys(ui.given).length > 0;
  const said = touched ? {...wanted, answers: ui.given} : wanted;
  const talk = new Talk();
  ui.talk?.drop();
  ui.talk = talk;
  const flow = new Flow(ui, talk, said, again);
  const stopHolding = said.hold ? whenLetGo(() => talk.release()) : () => {};
  if (said.do === "say") ui.show(hearing, {talk, flow});
  try {
    await talk.run(said, (event) => flow.told(event), (question) => flow.asked(question));
    if (ui.talk === talk && !flow.over) apologise(ui, new Error("the agent went away"));
  } catch (error) {
    if (ui.talk === talk && error.name !== "AbortError") apologise(ui, error);
  } finally {
    stopHolding();
    if (ui.talk === talk) ui.talk = null;
  }
}

function whenLetGo(act) {
  const names = ["pointerup", "pointercancel", "blur"];
  const once = () => {
    act();
    stop();
  };
  const stop = () => names.forEach((name) => window.removeEventListener(name, once));
  names.forEach((name) => window.addEventListener(name, once));
  return stop;
}

class Flow {
  #ui;
  #talk;
  #said;
  #again;
  #choice = {};
  heard = null;
  over = false;
  draw = null; // the listening view's own: (event) => void

  constructor(ui, talk, said, again) {
    this.#ui = ui;
    this.#talk = talk;
    this.#said = said;
    this.#again = again;
  }

  told(event) {
    if (this.#ui.talk !== this.#talk) return;
    if (event.event === "partial" || (event.event === "level" && event.bar > 0.15)) idle.touched();
    const {ui, talk} = {ui: this.#ui, talk: this.#talk};
    this.over ||= ["recorded", "erased", "not_kept", "asking", "error"].includes(event.event);
    switch (event.event) {
      case "listening":
        this.draw?.(event);
        if (ui.facts.remote) listenWithPage(talk).catch((error) => this.#deaf(error));
        break;
      case "heard":
        this.heard = event;
        break;
      case "recorded":
        ui.given = {};
        ui.show(thanks, {recorded: event, meant: this.heard?.meant, contact: Boolean(this.#choice.contact || this.#choice.keep)});
        break;
      case "asking":
        ui.talk = null;
        ui.show(question, {asks: event.asks});
        break;
      case "erased":
        ui.show(erased, {report: event, count: event.records});
        break;
      case "not_kept":
        apologise(ui, event);
        break;
      case "error":
        apologise(ui, event);
        break;
      default:
        this.draw?.(event, talk);
    }
  }

  // The person's own browser would not let it hear.
  #deaf(error) {
    if (this.#ui.talk !== this.#talk) return;
    this.#talk.drop();
    this.#ui.talk = null;
    apologise(this.#ui, {event: "error", kind: error.name === "NotAllowedError" ? "not_allowed" : "temporary"});
  }

  asked(question) {
    if (this.#ui.talk !== this.#talk) return {};
    const ask = {
      ask_consent: () => this.#consent(question),
      say_again: () => this.#sayAgain(),
      review: () => this.#review(question),
      ask_call_back: () => ({yes: this.#choice.keep === true}),
      ask_contact: () => ({contact: this.#choice.contact ?? ""}),
      confirm_erasure: () => this.#confirmErasure(),
    }[question.event];
    return ask ? ask() : {};
  }

  // Agreed, refused, or not this trip; under 14 it begins anew, and a guardian is asked.
  async #consent(question) {
    const ui = this.#ui;
    const written = this.#said.do === "write";
    const chosen = await new Promise((decided) => ui.show(consent, {decided, guardian: question.guardian, why: question.why, written}));
    if (chosen === "child") {
      this.#talk.drop();
      await this.#declareChild();
      return null;
    }
    if (chosen === null) return {yes: false};
    if (!written) ui.show(hearing, {talk: this.#talk, flow: this});
    return {yes: true, ...chosen};
  }

  // A driver profile is a child's from now on; a visit is over with this feedback.
  async #declareChild() {
    const ui = this.#ui;
    try {
      if (!ui.facts.anonymous) await wish({do: "child"}, "under_14");
      await converse(ui, {...this.#said, hold: false, under_14: true}, this.#again);
    } catch (error) {
      apologise(ui, error);
    }
  }

  // At the wheel nobody reads that it was unsure: the preview says so once the car stands.
  async #sayAgain() {
    if (this.#ui.state.moving) return {yes: false};
    const choices = [{key: "review.again", value: true, kind: "primary", picture: "rotate-ccw"}, {key: "review.send", value: false}];
    const yes = await sheet({title: t("review.unsure"), choices});
    if (yes) this.#ui.show(hearing, {talk: this.#talk, flow: this});
    return {yes: yes === true};
  }

  async #review(question) {
    const ui = this.#ui;
    const written = this.#said.do === "write" ? this.#said.text : null;
    this.#choice = await new Promise((decided) => ui.show(review, {decided, heard: this.heard, question, written, chosen: {contact: null, keep: false}}));
    const {what, rating, contact, vehicle} = this.#choice;
    if (what === "again") {
      this.#talk.drop();
      this.#again();
      return null;
    }
    return {yes: what === "send", rating, contact, vehicle};
  }

  async #confirmErasure() {
    if (!(await parked(this.#ui))) return {yes: false};
    const choices = [{key: "erase.no", value: false}, {key: "erase.yes", value: true, kind: "danger", picture: "trash-2"}];
    return {yes: (await sheet({title: t("asked_erase.title"), text: t("asked_erase.text"), choices})) === true};
  }
}

// Said plainly, over the first view; nothing was kept.
export async function apologise(ui, event) {
  const calm = ["taken_back", "no_consent", "not_this_trip", "question_gone"].includes(event.reason);
  const words = event.event ? sorry(event) : whyNot(event);
  ui.show(home);
  ui.say(words);
  if (calm) return;
  if (ui.state.moving) return ui.show(brief, {words});
  await sheet({title: words, choices: [{key: "close", value: null, kind: "primary"}]});
}
