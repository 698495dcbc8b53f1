// A knob sends arrow keys and Enter: left and up go back, right and down go on, Enter touches. Escape goes back a view.
// What is longer than its place is turned through first; a field is left at its ends, as by Tab.

const STEPS = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};
const TAKES = "button:not([disabled]), input, textarea, [tabindex='0']";

export function knob(back) {
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) back();
    const step = STEPS[event.key];
    if (!step || (event.target.matches("input, textarea") && !leaves(event.target, step))) return;
    event.preventDefault();
    if (!turns(document.activeElement, step)) move(step);
  });
}

function leaves(field, step) {
  const {selectionStart: from, selectionEnd: to, value} = field;
  return from === to && (step > 0 ? to === value.length : from === 0);
}

function turns(one, step) {
  if (one.tabIndex !== 0 || one.matches("button, input, textarea, audio")) return false;
  const rest = step > 0 ? one.scrollHeight - one.clientHeight - one.scrollTop : one.scrollTop;
  if (rest < 2) return false;
  one.scrollBy({top: step * one.clientHeight * 0.7});
  return true;
}

function move(step) {
  const place = document.querySelector("dialog[open]") ?? document.querySelector("#app");
  const all = [...place.querySelectorAll(TAKES)].filter((one) => one.offsetParent !== null);
  const now = all.indexOf(document.activeElement);
  const next = now < 0 ? (step > 0 ? 0 : all.length - 1) : (now + step + all.length) % all.length;
  all[next]?.focus();
  all[next]?.scrollIntoView({block: "nearest"});
}
