/** What a reader is told in words rather than in codes and figures. */

import { language, msg, t } from "./messages.js";

const KINDS = {
  city: msg("city or town"),
  region: msg("region"),
  country: msg("country"),
  territory: msg("territory"),
  continent: msg("continent"),
  sea: msg("sea or gulf"),
  river: msg("river"),
  lake: msg("lake"),
  island: msg("island"),
  mountain: msg("mountain"),
  port: msg("port"),
  airport: msg("airport"),
  station: msg("station"),
  railway: msg("railway"),
  border: msg("border"),
  landmark: msg("landmark"),
  area: msg("area"),
  set: msg("several places"),
  line: msg("line"),
  point: msg("place"),
};
const LEVELS = [
  [0.8, msg("sure")],
  [0.5, msg("likely")],
  [0, msg("doubtful")],
];
let languages;
let countries; // made when asked for: it takes longer than all else of this module

/** From the most certain to the least. */
export const CONFIDENCES = LEVELS.map(([, word]) => word);

/**
 * @param {number} confidence - 0 to 1.
 * @returns {"sure" | "likely" | "doubtful"}
 */
export function confidenceWord(confidence) {
  return LEVELS.find(([least]) => confidence >= least)[1];
}

/**
 * @param {"sure" | "likely" | "doubtful"} level
 * @returns {string}
 */
export function levelWord(level) {
  return t(level);
}

/**
 * @param {string} kind
 * @returns {string}
 */
export function kindWord(kind) {
  return t(KINDS[kind] ?? kind);
}

/**
 * @param {string | null} code - ISO 3166-1 alpha-2.
 * @returns {string} empty for none.
 */
export function countryWord(code) {
  if (!code) return "";
  return /^[A-Z]{2}$/.test(code) ? countryNames().of(code) : code;
}

/**
 * What tells a place from its namesakes: the region it lies in, and the country.
 *
 * @param {{name: string, region?: string | null, country: string | null}} place
 * @returns {string} "Mississippi, United States"; no name is said twice.
 */
export function whereWords({ name, region, country }) {
  const land = countryWord(country);
  const within = region === name || region === land ? "" : region;
  return [within, land].filter(Boolean).join(t(", "));
}

/**
 * @param {string} code - a tag of BCP 47; anything else is given back.
 * @returns {string}
 */
export function languageWord(code) {
  return /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(code) ? languageNames().of(code) : code;
}

/**
 * @param {string[]} names
 * @returns {string} "Oslo, Bergen and Narvik".
 */
export function listed(names) {
  if (names.length < 2) return names.join("");
  return t("{names} and {last}", { names: names.slice(0, -1).join(t(", ")), last: names.at(-1) });
}

/**
 * @param {string} word
 * @returns {string}
 */
export function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * A position as on a chart.
 *
 * @param {number} lon
 * @param {number} lat
 * @param {number} [digits] - after the point.
 * @returns {string} "39.0339° N, 125.7543° E".
 */
export function position(lon, lat, digits = 4) {
  const degrees = (value) => ({ degrees: `${Math.abs(value).toFixed(digits)}°` });
  const ns = lat < 0 ? t("{degrees} S", degrees(lat)) : t("{degrees} N", degrees(lat));
  const ew = lon < 0 ? t("{degrees} W", degrees(lon)) : t("{degrees} E", degrees(lon));
  return [ns, ew].join(t(", "));
}

function countryNames() {
  countries ??= new Intl.DisplayNames([language()], { type: "region", fallback: "code" });
  return countries;
}

function languageNames() {
  languages ??= new Intl.DisplayNames([language()], { type: "language", fallback: "code" });
  return languages;
}
