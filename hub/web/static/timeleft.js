// Lengths of time in words: the same rules as hub/web/moments.py (a browser test compares the two).

const SOON_MS = 10 * 60_000, NEAR_MS = 3_600_000, MINUTE_MS = 60_000;

export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function spanWords(seconds, span) {
  const s = seconds % 60, m = Math.floor(seconds / 60) % 60, h = Math.floor(seconds / 3600) % 24, d = Math.floor(seconds / 86_400);
  if (d) return fill(span.days, {d, h});
  if (seconds >= 3600) return fill(span.hours, {h, m});
  if (m >= 10) return fill(span.minutes, {m});
  return m ? fill(span.short, {m, s}) : fill(span.seconds, {s});
}

export function leftWords(ms, words) {
  const span = spanWords(Math.floor(Math.abs(ms) / 1000), words.span);
  return ms <= 0 ? fill(words.left.over, {span}) : span;
}

export function agoWords(ms, words) {
  if (ms < MINUTE_MS) return words.ago.now;
  const minutes = Math.floor(ms / MINUTE_MS), hours = Math.floor(minutes / 60);
  const about = hours >= 48 ? fill(words.about.days, {n: Math.floor(hours / 24)})
    : hours ? fill(words.about.hours, {n: hours}) : fill(words.about.minutes, {n: minutes});
  return fill(words["say.ago"], {span: about});
}

export function urgency(ms) {
  if (ms <= 0) return "over";
  if (ms <= SOON_MS) return "soon";
  return ms <= NEAR_MS ? "near" : "calm";
}
