// Brings a newer rendering of the list into the page without moving what a person holds: focus, open details, scroll.

// The containers whose children carry data-key (who it is) and data-rev (what it says).
const KEYED = ["tiles", "head", "rows"];

export function patch(live, html) {
  const next = new DOMParser().parseFromString(html, "text/html").body;
  const shape = (root) => KEYED.map((id) => Boolean(root.querySelector(`#${id}`))).join();
  if (shape(next) !== shape(live)) {
    const before = keys(live);
    live.replaceChildren(...next.childNodes);
    return [...keys(live)].filter((key) => !before.has(key));
  }
  const fresh = [];
  for (const id of KEYED) {
    const now = live.querySelector(`#${id}`);
    if (now) fresh.push(...patchChildren(now, next.querySelector(`#${id}`)).map((key) => [id, key]));
  }
  live.querySelector("#state").replaceWith(next.querySelector("#state"));
  return fresh.filter(([id]) => id === "rows").map(([, key]) => key);
}

function keys(live) {
  return new Set([...live.querySelectorAll("#rows > [data-key]")].map((node) => node.dataset.key));
}

function patchChildren(box, next) {
  const old = new Map([...box.children].map((node) => [node.dataset.key, node]));
  const held = hold(box);
  const wanted = [...next.children].map((node) => choose(old.get(node.dataset.key), node));
  for (const node of [...box.children]) if (!wanted.includes(node)) node.remove();
  wanted.forEach((node, i) => {
    if (box.children[i] !== node) box.insertBefore(node, box.children[i] ?? null);
  });
  if (held) giveBack(box, held);
  return wanted.map((node) => node.dataset.key).filter((key) => !old.has(key));
}

function choose(known, wanted) {
  if (known?.dataset.rev === wanted.dataset.rev) return known;
  if (known?.querySelector("details")?.open) wanted.querySelector("details").open = true;
  return document.adoptNode(wanted);
}

// What has the focus inside the box: whose it is, which part of it, and how far down.
function hold(box) {
  const focused = document.activeElement, owner = focused?.closest("[data-key]");
  if (!owner || owner.parentElement !== box) return null;
  const index = [...owner.querySelectorAll("a, summary")].indexOf(focused);
  return {key: owner.dataset.key, index, row: [...box.children].indexOf(owner)};
}

function giveBack(box, held) {
  const rows = [...box.children];
  const owner = rows.find((node) => node.dataset.key === held.key) ?? rows[Math.min(held.row, rows.length - 1)];
  if (!owner || owner.contains(document.activeElement)) return;
  const part = held.index < 0 ? owner : owner.querySelectorAll("a, summary")[held.index];
  (part ?? owner.querySelector("a, summary"))?.focus({preventScroll: true});
}
