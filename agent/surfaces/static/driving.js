// While the car moves: one short line and large buttons. What has more to read or to type waits until it stands.

import {button, chip, h} from "./dom.js";
import {stage} from "./parts.js";
import {t} from "./words.js";

// A view of at most a line of words; `acts` are its buttons. The first has the focus.
export function atTheWheel({kind = "", words, note = "", left = stage(), acts, state}) {
  return {
    kind: `driving ${kind}`,
    title: words,
    stage: left,
    main: [
      h("div", {class: "top"}, chip("car", t("drive.note"))),
      h("h1", {class: "go"}, words),
      note && h("p", {class: "read"}, note),
      h("div", {class: "acts"}, acts),
    ],
    live: {state},
  };
}

// In the place of a view that has to be read. `data.decided` is asked when the person lets it be.
export function waits(ui, view, data) {
  const leave = () => (data.decided ? data.decided(null) : ui.leave());
  return atTheWheel({
    kind: "waits",
    words: t(view.whenParked ?? "drive.parked"),
    acts: [button(data.decided ? "drive.dismiss" : "back", {"data-first": true, "data-back": true, onclick: leave})],
    state: () => !ui.state.moving && ui.again(),
  });
}

// Something went otherwise than wanted: one line, gone with one touch.
export function brief(ui, {words}) {
  return atTheWheel({
    kind: "brief",
    words,
    acts: [button("close", {kind: "primary", "data-first": true, "data-back": true, onclick: () => ui.leave()})],
    state: () => !ui.state.moving && ui.leave(),
  });
}

// Resolves once the car stands, true; or false where the person does not wait for it.
export function parked(ui) {
  if (!ui.state.moving) return Promise.resolve(true);
  return new Promise((decided) => {
    ui.show(untilParked, {decided});
  });
}

// The same as a view.
export function untilParked(ui, {decided}) {
  return atTheWheel({
    kind: "waits",
    words: t("drive.decide"),
    acts: [button("drive.dismiss", {"data-first": true, "data-back": true, onclick: () => decided(false)})],
    state: () => !ui.state.moving && decided(true),
  });
}
