// The desk page alive: time ticks, news arrive by themselves, a lost link says so and heals by itself.

import {agoWords, fill, leftWords, urgency} from "./timeleft.js";
import {patch} from "./patch.js";
import {keyboard} from "./keys.js";

const words = JSON.parse(document.body.dataset.live);
const refreshMs = Number(document.body.dataset.refresh);
const BEIJING_MS = 8 * 3_600_000, PATIENCE_MS = 8000, FRESH_MS = 4500;
const live = document.getElementById("live"), link = document.getElementById("link"), said = document.getElementById("said");
const search = document.getElementById("q");

// The hub's clock rules: the desk's own may be wrong.
let ahead = Number(document.body.dataset.now) - Date.now();
let updatedAt = Number(document.body.dataset.now);
let tag = "", asking = 0, timer = 0, touched = false;
const formToken = document.body.dataset.formToken ?? "";

const hubNow = () => Date.now() + ahead;
const clock = (ms, to) => new Date(ms + BEIJING_MS).toISOString().slice(11, to);
const say = (text) => { said.textContent = text; };

// ---- time ----

const cameAt = (part) => Date.parse(part.closest("[data-from]").dataset.from);

function tick() {
  const now = hubNow();
  for (const left of live.querySelectorAll("summary [data-due], details[open] [data-due]")) {
    const due = Date.parse(left.dataset.due), from = cameAt(left), ms = due - now;
    const b = left.querySelector("b"), text = leftWords(ms, words), near = urgency(ms);
    if (b.textContent !== text) b.textContent = text;
    if (!left.classList.contains(near)) {
      left.classList.remove("over", "soon", "near", "calm");
      left.classList.add(near);
    }
    left.querySelector("progress").value = Math.max(0, Math.min(100, Math.round(100 * (now - from) / (due - from))));
  }
  for (const time of live.querySelectorAll("time")) {
    const text = agoWords(now - cameAt(time), words);
    if (time.textContent !== text) time.textContent = text;
  }
}

// ---- news ----

function address() {
  const asked = new URLSearchParams(location.search), kept = new URLSearchParams();
  for (const name of ["show", "sort", "marked", "lang"]) if (asked.get(name)) kept.set(name, asked.get(name));
  return `${live.dataset.src}?${kept}`;
}

async function refresh({announce = true} = {}) {
  clearTimeout(timer);
  const mine = ++asking, q = search?.value.trim() ?? "";
  try {
    const response = await fetch(address(), {
      method: q ? "POST" : "GET",
      body: q ? new URLSearchParams({q}) : undefined,
      headers: {...(tag && {"If-None-Match": tag}), ...(touched && {"X-Touched": "1"}), ...(q && {"X-Form-Token": formToken})},
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 401) return location.reload();  // the session has ended: to the sign-in, and back here
    touched = false;
    if (response.status !== 304 && !response.ok) throw new Error(String(response.status));
    const html = response.status === 304 ? null : await response.text();
    if (mine !== asking) return;
    heard(Number(response.headers.get("X-Hub-Time")));
    if (html !== null) {
      tag = response.headers.get("ETag") ?? "";
      show(html, announce);
    }
  } catch {
    if (mine === asking) lost();
  }
  if (mine === asking && !document.hidden) timer = setTimeout(refresh, refreshMs);
}

function show(html, announce) {
  const fresh = patch(live, html);
  if (announce) for (const key of fresh) {
    const row = live.querySelector(`#rows > [data-key="${CSS.escape(key)}"]`);
    row?.classList.add("fresh");
    setTimeout(() => row?.classList.remove("fresh"), FRESH_MS);
  }
  const state = document.getElementById("state").dataset;
  if (announce && fresh.length && state.open) say(fill(words["say.new.said"], {count: fresh.length, open: state.open}));
  tick();
}

function heard(now) {
  const wasLost = link.classList.contains("stale");
  ahead = now - Date.now();
  updatedAt = now;
  link.className = "chip live";
  link.lastElementChild.textContent = fill(words["say.live"], {time: clock(now, 19)});
  if (wasLost) say(words["say.live.said"]);
}

function lost() {
  if (link.classList.contains("stale")) return;
  const time = clock(updatedAt, 16);
  link.className = "chip stale";
  link.lastElementChild.textContent = fill(words["say.stale"], {time});
  say(fill(words["say.stale.said"], {time}));
}

// ---- what the desk asks for ----

function ask(href) {
  history.pushState(null, "", href);
  keepChoices();
  refresh({announce: false});
}

// The language and theme links of the rail keep the list as it is now.
function keepChoices() {
  for (const anchor of document.querySelectorAll(".taste a")) {
    const own = new URL(anchor.href), kept = new URLSearchParams(location.search);
    for (const name of ["lang", "theme"]) {
      kept.delete(name);
      if (own.searchParams.has(name)) kept.set(name, own.searchParams.get(name));
    }
    anchor.search = kept;
  }
}

function follow(event) {
  const anchor = event.target.closest?.("a[data-nav]");
  if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  if ("clear" in anchor.dataset && search) search.value = "";
  ask(anchor.getAttribute("href"));
}

function themes() {
  const anchor = document.getElementById("theme"), sheet = document.getElementById("dark");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => sheet.media === "all" || (sheet.media !== "not all" && system.matches);
  const label = () => {
    anchor.lastElementChild.textContent = words[isDark() ? "say.to_light" : "say.to_dark"];
    const use = anchor.querySelector("use");
    use.setAttribute("href", use.getAttribute("href").replace(/#.*/, isDark() ? "#sun" : "#moon"));
  };
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    sheet.media = theme === "dark" ? "all" : "not all";
    document.cookie = `tingche_theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    label();
  });
  system.addEventListener("change", label);
  label();
}

themes();
if (live) {
  let typing = 0;
  document.addEventListener("click", follow);
  // Looking for news keeps no session alive; a person does.
  for (const kind of ["pointerdown", "keydown", "wheel"]) addEventListener(kind, () => { touched = true; }, {passive: true});
  addEventListener("popstate", () => { keepChoices(); refresh({announce: false}); });
  live.addEventListener("toggle", tick, true);
  document.addEventListener("visibilitychange", () => document.hidden ? clearTimeout(timer) : refresh());
  search?.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => refresh({announce: false}), 150);
  });
  document.getElementById("find")?.addEventListener("submit", (event) => {
    event.preventDefault();
    refresh({announce: false}).then(() => live.querySelector("summary")?.focus());
  });
  if (search) keyboard({live, search, refresh: () => refresh({announce: false})});
  setInterval(tick, 1000);
  tick();
  refresh({announce: false});
}
