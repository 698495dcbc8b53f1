// The state of the car in words: 电池温度 38 ℃ (36–41). A step wider than one is a range: 车速 30–60 km/h.

import {t} from "./words.js";

// Readings as the agent tells them -> one phrase for each.
export function stateOf(readings) {
  return readings.map((one) => `${t.has(`vehicle.${one.name}`) ? t(`vehicle.${one.name}`) : one.name} ${value(one)}`);
}

function value(one) {
  if (one.last === null) return one.codes.map((code) => (t.has(`vehicle.${code}`) ? t(`vehicle.${code}`) : code)).join(" ") || t("vehicle.none");
  const wide = one.step > 1 ? one.step : 0;
  const range = (low, high) => (low < high ? `${low.toLocaleString("en")}–${high.toLocaleString("en")}` : String(low));
  const varied = one.least < one.most ? ` (${range(one.least, one.most + wide)})` : "";
  const minutes = Math.floor(one.told_s_ago / 60);
  return `${range(one.last, one.last + wide)} ${one.unit}${varied}${minutes > 1 ? t("vehicle.ago", {n: minutes}) : ""}`;
}
