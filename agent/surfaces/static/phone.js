// On a visitor's phone: the code behind the `#` becomes a visit, and the page begins. A code that opens nothing says why.

import {brand, button, h, icon, rings} from "./dom.js";
import {setLanguage, t} from "./words.js";

const page = document.querySelector('meta[name="tingche-page"]');
const given = document.querySelector('meta[name="tingche-facts"]');
const facts = JSON.parse(given.content);
const asked = navigator.language.startsWith("zh") ? "zh-CN" : "en";
if (facts.languages.includes(asked)) facts.language = asked;
setLanguage(facts.language);
document.documentElement.lang = facts.language;

const code = new URLSearchParams(window.location.hash.slice(1)).get("t");
// Out of sight and of the history: it is good for one visit, and a reload shall not try it again.
window.history.replaceState(null, "", window.location.pathname);
window.addEventListener("hashchange", () => window.location.reload()); // scanned anew while this page lay open
if (code === null) turnedAway(t("phone.scan"), t("phone.scan_note"));
else enter(code);

async function post(said) {
  const headers = {"content-type": "application/json"};
  const answer = await fetch("/api/enter", {method: "POST", headers, body: JSON.stringify(said), cache: "no-store"});
  return {ok: answer.ok, slow: answer.status === 429, ...(await answer.json())};
}

async function enter(code) {
  const answer = await post({code}).catch(() => null);
  if (answer === null) turnedAway(t("phone.away"));
  else if (answer.slow) turnedAway(t("phone.slow_down"));
  else if (answer.ok) await begin(answer.token);
  else turnedAway(t.half(answer.message), t("phone.scan_note"));
}

// The page proper reads its visit from the document, as it does on the device's own screen.
async function begin(token, changes = {}) {
  page.content = token;
  given.content = JSON.stringify({...facts, ...changes});
  await import("./app.js");
}

async function receipts() {
  const answer = await post({}).catch(() => null);
  if (answer?.ok) await begin(answer.token, {receipts: true});
  else turnedAway(t(answer === null ? "phone.away" : "phone.slow_down"));
}

function turnedAway(why, note = "") {
  document.title = `${why} · ${t("app")}`;
  const app = document.querySelector("#app");
  const heading = h("h1", {tabindex: "-1"}, why);
  app.className = "view turned-away";
  app.replaceChildren(
    h("header", {class: "stage"}, rings(), h("div", {class: "bar"}, brand(), facts.place && h("span", {class: "place"}, facts.place)), h("div", {class: "low"}, heading)),
    h("main", {}, h("span", {class: "lead-icon"}, icon("info")), note && h("p", {class: "read"}, note), h("div", {class: "acts"}, button("receipt.tile", {kind: "primary", onclick: receipts}, "receipt-text"))),
  );
  heading.focus({preventScroll: true});
}
