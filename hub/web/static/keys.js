// Everything by keyboard. Single keys can be switched off (WCAG 2.1.4), and never act while someone types.

const OFF = "tingche_keys_off";

export function keyboard({live, search, refresh}) {
  const dialog = document.getElementById("keys"), box = document.getElementById("keys-on"), opener = document.getElementById("keys-open");
  box.checked = localStorage.getItem(OFF) === null;
  box.addEventListener("change", () => box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1"));
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());

  const acts = {
    j: () => move(live, 1),
    k: () => move(live, -1),
    "/": () => { search.focus(); search.select(); },
    "?": () => dialog.showModal(),
    s: () => live.querySelector("#sort a:not([aria-current])")?.click(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open) return;
    if (event.key === "Escape") return escape(event, live, search, refresh);
    if (!box.checked || event.target.matches("input")) return;
    const tile = /^[1-6]$/.test(event.key) ? live.querySelectorAll(".tiles a")[event.key - 1] : null;
    const act = tile ? () => tile.click() : acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function move(live, step) {
  const rows = [...live.querySelectorAll("#rows summary")];
  if (!rows.length) return;
  const at = rows.findIndex((row) => row.parentElement.contains(document.activeElement));
  rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))].focus();
}

function escape(event, live, search, refresh) {
  if (event.target === search) {
    event.preventDefault();
    const had = search.value;
    search.value = "";
    search.blur();
    live.querySelector("#rows summary")?.focus();
    if (had) refresh();
    return;
  }
  const open = document.activeElement?.closest("details[open]") ?? live.querySelector("details[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
}
