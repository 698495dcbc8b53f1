// The public screen wipes itself: so many seconds without a touch or a word, counted in sight.

import {h, svg} from "./dom.js";
import {t} from "./words.js";

let limit = 0, left = 0, leave = null, used = null;

// `inUse()`: whether somebody changed the first view, so that it has something to wipe.
export function start(seconds, whenOver, inUse) {
  limit = left = seconds;
  leave = whenOver;
  used = inUse;
  if (!limit) return;
  for (const name of ["pointerdown", "keydown", "input"]) window.addEventListener(name, touched, {passive: true, capture: true});
  setInterval(tick, 1000);
}

// A touch, a key, a word: the count begins anew.
export function touched() {
  left = limit;
  draw();
}

function tick() {
  if (rests(document.querySelector("#app").className)) return;
  left -= 1;
  if (left > 0) draw();
  else leave();
}

// The first view as it always is has nobody to wipe, and a question ends by itself.
function rests(kind) {
  return (kind.includes("home") && !used()) || kind.includes("question");
}

// Its place on the page.
export function clock(kind) {
  if (!limit) return null;
  const ring = (name, props = {}) => svg("circle", {class: name, cx: 24, cy: 24, r: 20.5, "stroke-width": 7, pathLength: 100, ...props});
  const dial = svg("svg", {viewBox: "0 0 48 48", class: "cd", "aria-hidden": "true"}, ring("track"), ring("hand"));
  return h("p", {class: "idle num", hidden: rests(kind)}, dial, h("span", {}, t("idle.left", {n: left})));
}

function draw() {
  const place = document.querySelector(".idle");
  if (!place) return;
  place.hidden = rests(document.querySelector("#app").className);
  place.querySelector("span").textContent = t("idle.left", {n: left});
  place.querySelector(".hand").style.strokeDasharray = `${(100 * left) / limit} 100`;
}
