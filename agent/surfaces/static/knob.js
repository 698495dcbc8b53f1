// A knob sends arrow keys and Enter: left and up go back, right and down go on, Enter touches. Escape goes back a view.

const STEPS = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};
const TAKES = "button:not([disabled]), input, textarea, [tabindex='0']";

export function knob(back) {
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) back();
    const step = STEPS[event.key];
    if (!step || event.target.matches("input, textarea")) return;
    event.preventDefault();
    move(step);
  });
}

function move(step) {
  const place = document.querySelector("dialog[open]") ?? document.querySelector("#app");
  const all = [...place.querySelectorAll(TAKES)].filter((one) => one.offsetParent !== null);
  const now = all.indexOf(document.activeElement);
  const next = now < 0 ? (step > 0 ? 0 : all.length - 1) : (now + step + all.length) % all.length;
  all[next]?.focus();
  all[next]?.scrollIntoView({block: "nearest"});
}
