// While a person speaks: how loud, and the words as they are recognised, masked. While the car moves, no words.

import {brand, button, chip, h, icon, masked, rings, svg} from "./dom.js";
import {home} from "./home.js";
import {t} from "./words.js";

const BARS = 72;
const INNER = 118, SHORT = 6, LONG = 96;

export function hearing(ui, {talk, flow}) {
  const meter = radial();
  const clock = h("b", {class: "num"}, "0:00");
  const how = h("span", {}, t("listen.start"));
  const words = h("p", {class: "live", "aria-live": "off"}, h("span", {class: "faint"}, t("listen.hint")));
  const left = h("span", {class: "left num"});
  const moving = ui.state.moving;
  const heardAll = () => {
    talk.release();
    how.textContent = t("listen.thinking");
    finish.disabled = true;
  };
  const finish = button("listen.finish", {kind: "primary", "data-first": true, onclick: heardAll}, "check");
  const drop = button(moving ? "drive.dismiss" : "cancel", {"data-back": true, onclick: () => stop(ui, talk)});
  flow.draw = draw({ui, meter, clock, how, words, left, moving});
  return {
    kind: `listening ${moving ? "driving" : ""}`,
    title: t("listen.hint"),
    stage: h(
      "header",
      {class: "stage"},
      rings(),
      h("div", {class: "bar"}, brand()),
      meter.picture,
      h("span", {class: "orb"}, icon("mic")),
      h("p", {class: "say"}, clock, how),
    ),
    main: moving
      ? [h("div", {class: "top"}, chip("car", t("drive.note"))), h("h1", {class: "go"}, t("drive.say")), h("div", {class: "acts"}, finish, drop)]
      : [
          h("div", {class: "top"}, h("div", {class: "chips"}, chip("cpu", t.here(ui, "listen.here"), "ok"), chip("ban", t("listen.no_audio"))), left),
          words,
          h("div", {class: "acts"}, finish, drop),
        ],
    live: {state: () => ui.state.moving !== moving && ui.again()},
  };
}

function stop(ui, talk) {
  talk.drop();
  ui.talk = null;
  ui.show(home);
}

function draw({ui, meter, clock, how, words, left, moving}) {
  let began = null, before = "";
  const tick = () => {
    if (!clock.isConnected) return clearInterval(timer);
    const spent = began === null ? 0 : Math.floor((performance.now() - began) / 1000);
    clock.textContent = `0:${String(spent).padStart(2, "0")}`;
    left.textContent = began === null ? "" : t("listen.left", {n: Math.max(0, ui.facts.max_speech_s - spent)});
  };
  const timer = setInterval(tick, 250);
  return (event) => {
    if (event.event === "listening") {
      began = performance.now();
      how.textContent = t("listen.clear");
      ui.say(t("listen.hint"));
    } else if (event.event === "level") {
      meter.push(event.bar);
      if (began !== null) how.textContent = t(meter.loudness() > 0.12 ? "listen.clear" : "listen.quiet");
    } else if (event.event === "partial" && !moving) {
      words.replaceChildren(...settled(event.masked, before));
      before = event.masked;
      words.scrollTop = words.scrollHeight;
    }
  };
}

// What the last two looks agree on is as good as said; the rest may still change, and is grey.
function settled(now, before) {
  let same = 0;
  while (same < now.length && now[same] === before[same]) same += 1;
  const cut = now.lastIndexOf("[", same);
  if (cut >= 0 && now.indexOf("]", cut) >= same) same = cut;
  return [
    h("span", {}, masked(now.slice(0, same))),
    h("span", {class: "faint"}, masked(now.slice(same))),
    h("span", {class: "caret", "aria-hidden": "true"}),
  ];
}

// The level as a ring that turns with time: the newest at the top.
function radial() {
  const past = new Array(BARS).fill(0);
  const lines = past.map((_, i) => svg("line", {x1: 0, x2: 0, y1: -INNER, y2: -INNER - SHORT, transform: `rotate(${(360 * i) / BARS})`}));
  const edge = INNER + LONG + 6;
  const picture = svg("svg", {class: "radial", viewBox: `${-edge} ${-edge} ${2 * edge} ${2 * edge}`, "aria-hidden": "true"}, lines);
  return {
    picture,
    loudness: () => Math.max(...past.slice(0, 16)),
    push(bar) {
      past.unshift(bar);
      past.pop();
      lines.forEach((line, i) => line.setAttribute("y2", -INNER - SHORT - LONG * past[i < BARS / 2 ? i * 2 : (BARS - i) * 2 - 1]));
    },
  };
}
