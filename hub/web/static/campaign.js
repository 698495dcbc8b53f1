// The preview follows what is typed, and nobody leaves the page with something unsaved by mistake.

const writing = document.getElementById("writing"), unsaved = document.getElementById("unsaved");
const PLACEHOLDER = /\{([a-z0-9_]+)\}/g, SAMPLE = "20";
let dirty = "dirty" in writing.dataset, sent = false;

function mirror(field) {
  const shown = document.querySelector(`[data-shows="${CSS.escape(field.name)}"]`);
  if (!shown) return;
  const words = field.value.replace(PLACEHOLDER, SAMPLE).trim();
  shown.textContent = words || (shown.tagName === "B" ? "…" : "");
}

function say() {
  unsaved.textContent = dirty ? writing.dataset.unsaved : "";
}

writing.addEventListener("input", ({target}) => {
  dirty = true;
  mirror(target);
  say();
});
writing.addEventListener("submit", () => { sent = true; });
addEventListener("beforeunload", (event) => {
  if (dirty && !sent) event.preventDefault();
});
for (const field of writing.elements) {  // somebody may have typed before this was loaded
  if (field.defaultValue === undefined || field.value === field.defaultValue || field.type === "hidden") continue;
  dirty = true;
  mirror(field);
}
say();
