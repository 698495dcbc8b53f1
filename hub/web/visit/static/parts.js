// Builds the page from values. Text is always text.

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  mark: ["M5.2 18.2A9.6 9.6 0 1 1 20 17", "M8.6 15.6a5.2 5.2 0 1 1 7.4-.7", "M12.2 12.4v8.4"],
  send: ["M22 2 11 13", "M22 2 15 22l-4-9-9-4z"],
  lock: ["M5 11h14v10H5z", "M8 11V7a4 4 0 0 1 8 0v4"],
  shield: ["M20 13c0 5-3.5 7.5-8 9-4.500-1.500-8-4-8-9V5l8-3 8 3z", "m9 12 2 2 4-4"],
  copy: ["M9 9h12v12H9z", "M5 15H3V3h12v2"],
  check: ["M20 6 9 17l-5-5"],
  undo: ["M9 14 4 9l5-5", "M4 9h10.500a5.500 5.500 0 0 1 0 11H11"],
  clock: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z", "M12 7v5l3 2"],
};
const MOUTHS = [
  ["M30 37l15 6M90 37l-15 6", "M38 89c5-12 13-17 22-17s17 5 22 17"],
  ["M39 84c6-8 13-11 21-11s15 3 21 11"],
  ["M41 80h38"],
  ["M37 72c6 10 14 14 23 14s17-4 23-14"],
  ["M32 53c2-7 5.500-10 9.500-10s7.500 3 9.500 10M69 53c2-7 5.500-10 9.500-10s7.500 3 9.500 10", "M33 68h54c-2 15-13 25-27 25s-25-10-27-25z"],
];

export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

function svg(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(3).filter((child) => child !== undefined && child !== null && child !== false && child !== ""));
  return node;
}

export function icon(name) {
  return svg("svg", {class: "i", viewBox: "0 0 24 24", "aria-hidden": "true"}, ICONS[name].map((d) => svg("path", {d})));
}

export function faces(answers, chosen, touched, label, english) {
  const one = (answer, at) =>
    h("button", {type: "button", class: `face f${at + 1}`, "aria-pressed": String(chosen === answer.id), onclick: () => touched(answer.id)}, picture(at + 1), h("span", {}, english ? answer.en || answer.zh : answer.zh));
  return h("div", {class: "faces", role: "group", "aria-label": label}, answers.map(one));
}

function picture(rating) {
  const eyes = rating === 5 ? [] : [41, 79].map((cx) => svg("circle", {class: "eye", cx, cy: 52, r: 6.6}));
  return svg("svg", {viewBox: "0 0 120 120", "aria-hidden": "true"}, svg("circle", {class: "ground", cx: 60, cy: 60, r: 60}), eyes, MOUTHS[rating - 1].map((d) => svg("path", {d})));
}
