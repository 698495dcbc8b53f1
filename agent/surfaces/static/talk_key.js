// A button on the wheel, the knob or the housing: held or tapped, as a finger on the talk panel.

import {HOLD_MS} from "./home.js";
import {speak} from "./speak.js";

let before = null; // {presses, held}
let waiting = null; // {timer, begin}: pressed, and not yet known whether it is held

export function talkKey(ui) {
  const now = ui.state.talk_key, was = before;
  if (!now || ui.facts.remote) return;
  before = now;
  if (was === null) return; // what was pressed before this page was open is over
  if (now.presses !== was.presses) pressed(ui, now.held);
  else if (was.held && !now.held) letGo(ui);
}

function pressed(ui, held) {
  if (ui.talk) return ui.talk.release(); // a second press: that was all
  const app = document.querySelector("#app");
  const asked = app.classList.contains("question");
  if (!(asked || app.classList.contains("home") || app.classList.contains("thanks"))) return;
  if (!ui.state.speech || ui.state.quiet || ui.away) return;
  const number = asked ? Number(app.dataset.asks) : undefined;
  const begin = (hold) => {
    waiting = null;
    speak(ui, {hold, question: number});
  };
  if (held) waiting = {begin, timer: setTimeout(() => begin(true), HOLD_MS)};
  else begin(false);
}

function letGo(ui) {
  if (!waiting) return ui.talk?.release();
  clearTimeout(waiting.timer);
  waiting.begin(false);
}
