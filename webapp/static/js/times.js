/** Stretches of whole days: years, months, and how an address asks for them. */

/**
 * @typedef {Object} Span
 * @property {string} start - first day, as ISO 8601 has it; days of such form compare as strings.
 * @property {string} end - last day.
 */

const EDGE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const OPEN = new Set(["", ".."]);
/** The first day of all. */
export const EVER = "0001-01-01";
/** The last day of all. */
export const ALWAYS = "9999-12-31";
const LENGTHS = { year: 4, month: 7, day: 10 };

/**
 * The stretch of time that an address asks for; the server's rule is the same.
 *
 * @param {string} text - "1953", "1953-09", "1953-09-08", "1950/1953", "../1953" or "2001/..".
 * @returns {Span | null} null for what is none.
 */
export function readTimes(text) {
  const parts = text.split("/");
  if (parts.length === 1) return spanOf(text);
  if (parts.length !== 2 || parts.every((part) => OPEN.has(part))) return null;
  const [first, last] = parts.map((part) => (OPEN.has(part) ? { start: EVER, end: ALWAYS } : spanOf(part)));
  return first && last && first.start <= last.end ? { start: first.start, end: last.end } : null;
}

/** A day, a month or a year as its first and last day. */
function spanOf(text) {
  const [, year, month, day] = EDGE.exec(text) ?? [];
  if (!year) return null;
  const start = `${year}-${month ?? "01"}-${day ?? "01"}`;
  const end = day ? start : month ? lastDay(`${year}-${month}`) : `${year}-12-31`;
  return isDay(start) ? { start, end } : null;
}

function isDay(text) {
  const time = Date.parse(text);
  return text >= EVER && Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * @param {string} month - "1953-09".
 * @returns {string} its last day.
 */
export function lastDay(month) {
  const [year, number] = month.split("-").map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}

/**
 * @param {Span | null | undefined} when - none for what carries no date.
 * @param {Span} span
 * @returns {boolean} have they a day in common?
 */
export function isWithin(when, span) {
  return Boolean(when) && when.start <= span.end && span.start <= when.end;
}

/**
 * How exact a stretch of time is.
 *
 * @param {Span} span
 * @returns {"year" | "month" | "day"}
 */
export function unitOf({ start, end }) {
  if (start.endsWith("-01-01") && end.endsWith("-12-31")) return "year";
  return start.endsWith("-01") && end === lastDay(end.slice(0, 7)) ? "month" : "day";
}

/**
 * The one end that a stretch has, as exact as it looks: from 2001-01-01 on is from 2001 on.
 *
 * @param {{start: string | null, end: string | null}} span - one of them null.
 * @returns {Span}
 */
export function edgeOf(span) {
  return spanOf(writeTimes(span).replace(/\/?\.\.\/?/, ""));
}

/**
 * A stretch of time as an address has it, in few characters.
 *
 * @param {{start: string | null, end: string | null}} span - null where it is open.
 * @returns {string | null} null for all of time.
 */
export function writeTimes({ start, end }) {
  if (!start && !end) return null;
  const [from, to] = [start ?? `${end.slice(0, 4)}-01-01`, end ?? `${start.slice(0, 4)}-12-31`];
  const length = LENGTHS[unitOf({ start: from, end: to })];
  const [first, last] = [start, end].map((day) => day?.slice(0, length) ?? "..");
  return first === last ? first : `${first}/${last}`;
}
