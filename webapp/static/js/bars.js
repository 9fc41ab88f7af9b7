/** The times of an article as a row of bars: which there are, how high, how far apart. */

import { isWithin, lastDay, readTimes, writeTimes } from "./times.js";

/** More bars than this are no strip any more: times are taken together. */
const MOST = 24;
const DAY = 86_400_000;
/** Where a time may go on in the next line: not before a dash, nor between a day and its month. */
const GAPS = /(?<!(?<!\d)\d\d?\.?)\s+(?![–~])|(?<=年|[年月日일][～–~])(?![～–])(?=\S)/gu;
/** The first and the last day of what a day lies in, from the finest to the coarsest. */
const UNITS = [
  (day) => day.slice(0, 7),
  (day) => day.slice(0, 4),
  (day) => day.slice(0, 3),
  (day) => day.slice(0, 2),
];

/**
 * @typedef {Object} Bar
 * @property {string} start - first day.
 * @property {string} end - last day.
 */

/**
 * The bars of an article: its times as the text gives them, each as exact as it is, in
 * their order. Only where there are too many, those of a month, a year, a decade or a
 * century are taken together.
 *
 * Every time belongs to one bar, so that the bars a filter leaves count what it shows.
 *
 * @param {import("./times.js").Span[]} times
 * @param {number} [most]
 * @returns {{bars: Bar[], barOf: (when: import("./times.js").Span) => number}}
 */
export function barsOf(times, most = MOST) {
  const rounds = [(when) => when, ...UNITS.map((unit) => (when) => rounded(when, unit))];
  const count = (round) => new Set(times.map((when) => nameOf(round(when)))).size;
  const round = rounds.find((each) => count(each) <= most) ?? rounds.at(-1);
  const byName = new Map(times.map(round).map(({ start, end }) => [nameOf({ start, end }), { start, end }]));
  const bars = [...byName.values()].toSorted(inOrder);
  const places = new Map(bars.map((bar, index) => [nameOf(bar), index]));
  return { bars, barOf: (when) => places.get(nameOf(round(when))) };
}

function nameOf({ start, end }) {
  return `${start}/${end}`;
}

/** What holds another comes before it. */
function inOrder(one, other) {
  return one.start.localeCompare(other.start) || other.end.localeCompare(one.end);
}

/** To whole months, years or more, outward. */
function rounded({ start, end }, unit) {
  const [first, last] = [unit(start), unit(end)];
  return {
    start: `${first}${"0000-01-01".slice(first.length)}`,
    end: last.length === 7 ? lastDay(last) : `${last}${"9999-12-31".slice(last.length)}`,
  };
}

/**
 * The times that features are spoken of in, each once.
 *
 * @param {import("./filters.js").Feature[]} features
 * @returns {import("./times.js").Span[]}
 */
export function timesOf(features) {
  const seen = new Map();
  for (const { mentions } of features) {
    for (const { when } of mentions) if (when) seen.set(nameOf(when), when);
  }
  return [...seen.values()];
}

/**
 * How much is said at each bar.
 *
 * @param {{bars: Bar[], barOf: Function}} axis
 * @param {import("./filters.js").Feature[]} features
 * @returns {{tallies: {mentions: Set<Object>, places: Set<string>}[], undated: number}} `undated`
 *   counts mentions that carry no date; one that many features share counts once.
 */
export function tallied({ bars, barOf }, features) {
  const tallies = bars.map(() => ({ mentions: new Set(), places: new Set() }));
  const undated = new Set();
  for (const { mentions, place_id: place } of features) {
    for (const mention of mentions) {
      const tally = mention.when && tallies[barOf(mention.when)];
      if (tally) tally.places.add(place);
      (tally?.mentions ?? undated).add(mention);
    }
  }
  return { tallies, undated: undated.size };
}

/**
 * The time that passes between bars, where no bar is.
 *
 * @param {Bar[]} bars - in order.
 * @returns {{days: number, long: boolean}[]} before each bar but the first; 0 days if they touch.
 *   `long` ones stand out, and must be told: bars are not set to scale.
 */
export function pausesOf(bars) {
  let last = bars[0]?.end ?? "";
  const days = bars.slice(1).map(({ start, end }) => {
    const pause = Math.max(0, Math.round((Date.parse(start) - Date.parse(last)) / DAY) - 1);
    if (end > last) last = end;
    return pause;
  });
  const real = days.filter(Boolean).toSorted((one, other) => one - other);
  const usual = real[Math.floor((real.length - 1) / 2)] ?? 0;
  return days.map((pause) => ({ days: pause, long: pause > 0 && (real.length < 3 || pause >= 2 * usual) }));
}

/**
 * The bars that a stretch of time touches: those that the filter leaves.
 *
 * @param {Bar[]} bars
 * @param {import("./times.js").Span | null} span - null for all of time.
 * @returns {boolean[]}
 */
export function litBars(bars, span) {
  return bars.map((bar) => span === null || isWithin(bar, span));
}

/**
 * @param {Bar[]} bars
 * @param {import("./times.js").Span} span
 * @returns {number} of the bar that is this very stretch, or else of the first that it touches.
 */
export function firstOf(bars, span) {
  const same = bars.findIndex((bar) => nameOf(bar) === nameOf(span));
  return same < 0 ? Math.max(0, litBars(bars, span).indexOf(true)) : same;
}

/**
 * From the first day of some bars to the last.
 *
 * @param {Bar[]} bars
 * @param {number} one - of the bars at the ends, in any order.
 * @param {number} other
 * @returns {import("./times.js").Span}
 */
export function stretch(bars, one, other) {
  const between = bars.slice(Math.min(one, other), Math.max(one, other) + 1);
  return { start: between[0].start, end: between.map(({ end }) => end).toSorted().at(-1) };
}

/**
 * A short time in two lines at most, parted where they are of the most equal length: so all
 * bars stand on one line.
 *
 * @param {string} words
 * @returns {[string, string, string] | [string]} a line, what parts it from the next, and that.
 */
export function inTwoLines(words) {
  const ways = [...words.matchAll(GAPS)].map(({ index, 0: gap }) => [words.slice(0, index), gap, words.slice(index + gap.length)]);
  const longer = ([first, , second = ""]) => Math.max(first.length, second.length);
  return ways.reduce((best, way) => (longer(way) < longer(best) ? way : best), [words]);
}

/**
 * The days that bars begin and end with, in order, each with the stretch it is said as.
 *
 * @param {Bar[]} bars
 * @returns {{starts: {day: string, span: import("./times.js").Span}[], ends: Object[]}}
 */
export function edges(bars) {
  return { starts: days(bars, "start"), ends: days(bars, "end") };
}

function days(bars, edge) {
  const found = new Map();
  for (const bar of bars) {
    const [{ length }] = writeTimes(bar).split("/");
    const day = bar[edge];
    if (!found.has(day)) found.set(day, readTimes(day.slice(0, length)));
  }
  const inTime = [...found].toSorted(([one], [other]) => one.localeCompare(other));
  return inTime.map(([day, span]) => ({ day, span }));
}
