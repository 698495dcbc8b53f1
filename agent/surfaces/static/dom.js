// Builds the page from values. Text is always text: nothing here takes markup.

import {t} from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

// h("button", {class: "btn", onclick: f, "aria-pressed": "true"}, "text", node, [nodes])
export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(3).filter((child) => child !== undefined && child !== null && child !== false));
  return node;
}

export function icon(name) {
  return svg("svg", {class: "i", "aria-hidden": "true"}, svg("use", {href: `/static/icons.svg#${name}`}));
}

// A sentence in the page's language; in Chinese its English stands beside it, smaller.
export function both(key, values) {
  const [first, second] = t.pair(key, values);
  return second ? [h("span", {}, first), h("small", {lang: "en"}, second)] : [h("span", {}, first)];
}

export function button(key, props = {}, picture) {
  const {kind = "", ...rest} = props;
  return h("button", {type: "button", class: `btn ${kind}`, ...rest}, picture && icon(picture), h("span", {}, t(key)));
}

// A row that is a switch as a whole.
export function switchRow(props, picture, label, note, flag) {
  const {on = false, ...rest} = props;
  const words = h("span", {class: "grow"}, h("b", {}, label), note && h("small", {}, note), flag);
  return h(
    "button",
    {type: "button", role: "switch", "aria-checked": String(on), ...rest},
    picture && icon(picture),
    words,
    h("span", {class: "sw", "aria-hidden": "true"}),
  );
}

export function chip(picture, words, kind = "") {
  return h("span", {class: `chip ${kind}`}, icon(picture), h("span", {}, words));
}

export function brand() {
  return h("span", {class: "brand"}, icon("mark"), t("app"));
}

export function rings() {
  const circles = [176, 236, 304, 380].map((r) => svg("circle", {r}));
  return svg("svg", {class: "rings", viewBox: "-382 -382 764 764", "aria-hidden": "true"}, circles);
}

const MOUTHS = [
  ["M30 37l15 6M90 37l-15 6", "M38 89c5-12 13-17 22-17s17 5 22 17"],
  ["M39 84c6-8 13-11 21-11s15 3 21 11"],
  ["M41 80h38"],
  ["M37 72c6 10 14 14 23 14s17-4 23-14"],
  ["M32 53c2-7 5.5-10 9.5-10s7.5 3 9.5 10M69 53c2-7 5.5-10 9.5-10s7.5 3 9.5 10", "M33 68h54c-2 15-13 25-27 25s-25-10-27-25z"],
];

// 1 to 5; shape, word and colour say the same.
export function facePicture(rating) {
  const eyes = rating === 5 ? [] : [41, 79].map((cx) => svg("circle", {class: "eye", cx, cy: 52, r: 6.6}));
  const lines = MOUTHS[rating - 1].map((d) => svg("path", {d}));
  const ground = svg("circle", {class: "bgc", cx: 60, cy: 60, r: 60});
  return svg("svg", {viewBox: "0 0 120 120", "aria-hidden": "true"}, ground, eyes, lines);
}

export function faces(touched, chosen, disabled = false, label = t("faces")) {
  const all = [1, 2, 3, 4, 5].map((rating) =>
    h(
      "button",
      {
        type: "button",
        class: `face f${rating}`,
        disabled,
        onclick: () => touched(rating),
        "aria-pressed": chosen === undefined ? undefined : String(chosen === rating),
      },
      facePicture(rating),
      h("span", {}, t(`face.${rating}`)),
    ),
  );
  return h("div", {class: "faces", role: "group", "aria-label": label}, all);
}

// Masked text: what stood there is named by a chip, never shown. […] is held back until it is clear what it is.
export function masked(text) {
  return text.split(/(\[(?:[A-Z_]+|…)\])/).map((piece) => {
    const label = /^\[([A-Z_]+|…)\]$/.exec(piece);
    if (!label) return piece;
    if (label[1] === "…") return h("span", {class: "mask"}, icon("lock-keyhole"), "…");
    return h("span", {class: "mask"}, icon("lock-keyhole"), t.has(`mask.${label[1]}`) ? t(`mask.${label[1]}`) : t("mask.other"));
  });
}

export function maskedCount(text) {
  return (text.match(/\[[A-Z_]+\]/g) ?? []).length;
}

export function qrPicture({size, path}, label = t("qr")) {
  const quiet = 4;
  const box = `${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`;
  return svg("svg", {class: "qr", viewBox: box, role: "img", "aria-label": label, "shape-rendering": "crispEdges"}, svg("path", {d: path}));
}

// Saves words as a file on this device, without a request and without an address.
export function download(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], {type}));
  h("a", {href: address, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
