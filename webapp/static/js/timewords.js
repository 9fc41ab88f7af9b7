/** Times as one would say them, in the language of the page. */

import { language, t } from "./messages.js";
import { ALWAYS, EVER, edgeOf, unitOf } from "./times.js";

const FIELDS = {
  year: { year: "numeric" },
  month: { year: "numeric" },
  day: { year: "numeric", day: "numeric" },
};
const writers = new Map(); // made when asked for: `Intl` takes long to begin

/**
 * A stretch of time in words, no more exact than it is.
 *
 * @param {import("./times.js").Span} span
 * @param {"long" | "short"} [months]
 * @returns {string} "September 1953", "1950 – 1953", "from 2001".
 */
export function timeWords({ start, end }, months = "long") {
  if (start === EVER) return t("until {time}", { time: timeWords(edgeOf({ start: null, end })) });
  if (end === ALWAYS) return t("from {time}", { time: timeWords(edgeOf({ start, end: null })) });
  return rangeWords(writer(unitOf({ start, end }), months), Date.parse(start), Date.parse(end));
}

/** Where a language has figures and slashes for two days, they are written as one day is. */
function rangeWords(written, start, end) {
  const range = written.formatRange(start, end);
  if (!range.includes("/")) return range;
  const [first, last] = [start, end].map((day) => written.formatToParts(day).map(({ value }) => value));
  const shared = last.findIndex((value, index) => value !== first[index]);
  const dash = written.formatRangeToParts(start, end).find(({ source }) => source === "shared");
  return [...first, dash.value.trim(), ...last.slice(shared)].join("");
}

function writer(unit, month) {
  const tag = language() === "en" ? "en-GB" : language(); // day before month, as the rest is written
  const name = `${tag} ${unit} ${month}`;
  if (!writers.has(name)) {
    const fields = { ...FIELDS[unit], ...(unit !== "year" && { month }), timeZone: "UTC" };
    writers.set(name, new Intl.DateTimeFormat(tag, fields));
  }
  return writers.get(name);
}
