// Larger parts that several views share.

import {both, brand, button, chip, h, icon, rings} from "./dom.js";
import {wish} from "./wire.js";
import {t} from "./words.js";

// The quiet side of a view: brand above, words, something below.
export function stage(...children) {
  return h("header", {class: "stage"}, rings(), h("div", {class: "bar"}, brand()), children);
}

export function backButton(go) {
  return h("button", {type: "button", class: "back", "data-back": true, onclick: go}, icon("arrow-left"), h("span", {}, t("back")));
}

export function heading(key, values) {
  return h("h1", {}, both(key, values));
}

// What the device can do now, in words and shape. No network is no fault.
export function stateChips(ui) {
  const {online, waiting, speech} = ui.state;
  return h(
    "div",
    {class: "chips"},
    ui.away ? chip("hourglass", t.here(ui, "state.away"), "warn") : chip("circle-check", t(online ? "state.online" : "state.offline"), "ok"),
    waiting > 0 && chip("cloud-upload", t("state.waiting", {n: waiting})),
    speech ? chip("mic-off", t("state.mic_off")) : !ui.facts.scanned && chip("info", t("state.no_speech"), "warn"),
  );
}

// A question over the page; resolves with the value of the button that was touched, or null.
export function sheet({title, text, body, choices}) {
  return new Promise((resolve) => {
    const box = h(
      "dialog",
      {class: "sheet", "aria-labelledby": "sheet-title"},
      h("h2", {id: "sheet-title", tabindex: "-1"}, title),
      text && h("p", {class: "read"}, text),
      body,
      h(
        "div",
        {class: "acts"},
        choices.map(({key, value, kind, picture}) => button(key, {kind, onclick: () => shut(value)}, picture)),
      ),
    );
    const shut = (value) => {
      box.remove();
      resolve(value);
    };
    box.addEventListener("close", () => shut(null));
    document.body.append(box);
    box.showModal();
    box.querySelector("h2").focus({preventScroll: true});
  });
}

// Keys on the screen, for devices without a keyboard. A scanner or a keyboard may type into the field as well.
export function keypad(field, characters) {
  const put = (text) => {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    changed();
  };
  const back = () => {
    if (field.selectionStart === field.selectionEnd) field.selectionStart = Math.max(0, field.selectionStart - 1);
    put("");
  };
  const clear = () => {
    field.value = "";
    changed();
  };
  const changed = () => field.dispatchEvent(new Event("input", {bubbles: true}));
  const keys = [...characters].map((one) => h("button", {type: "button", class: "key", onclick: () => put(one)}, one));
  return h(
    "div",
    {class: `keypad k${characters.length}`},
    keys,
    h("button", {type: "button", class: "key wide", onclick: back, "aria-label": t("look.delete")}, icon("delete")),
    h("button", {type: "button", class: "key wide", onclick: clear}, t("look.clear")),
  );
}

// One touch, no reason. Until it is turned off again or the next trip begins, nobody is heard or asked.
export async function setTrip(ui, on) {
  let words;
  try {
    ui.talk?.drop();
    ui.state.quiet = (await wish({do: "trip", on}, "not_this_trip")).on;
    words = t(ui.state.quiet ? "talk.quiet_note" : "trip.ended");
  } catch (error) {
    words = whyNot(error);
  }
  await ui.leave();
  ui.say(words);
}

export function promise() {
  return h("p", {class: "promise"}, icon("shield-check"), h("span", {}, both("no_selling")));
}

// What went wrong, for the person: one sentence in their language.
export function sorry(event) {
  const words = event.reason ? `sorry.${event.reason}` : `sorry.${event.kind}`;
  const own = t.has(words) ? t(words) : t("sorry.refused");
  const said = event.kind === "refused" ? t.half(event.message) : "";
  return said || own;
}

// The same for what `wish` and `post` throw.
export function whyNot(error) {
  if (error.kind) return sorry(error);
  if (error.status === 429) return t("sorry.slow_down", {n: error.reason});
  return t("sorry.away");
}
