/** What a reader is told in words rather than in codes and figures. */

const KINDS = {
  city: "city or town",
  sea: "sea or gulf",
  area: "area",
  set: "several places",
  line: "line",
  point: "place",
};
const LEVELS = [
  [0.8, "sure"],
  [0.5, "likely"],
  [0, "doubtful"],
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
 * @param {string} kind
 * @returns {string}
 */
export function kindWord(kind) {
  return KINDS[kind] ?? kind;
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
  return [within, land].filter(Boolean).join(", ");
}

/**
 * @param {string} code - a tag of BCP 47; anything else is given back.
 * @returns {string}
 */
export function languageWord(code) {
  return /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(code) ? languageNames().of(code) : code;
}

/**
 * @param {number} number
 * @param {string} one
 * @param {string} [many]
 * @returns {string} "1 place", "1,024 places".
 */
export function counted(number, one, many = `${one}s`) {
  return `${figures(number)} ${number === 1 ? one : many}`;
}

/**
 * @param {number} number - whole.
 * @returns {string} "1,024"; `Intl` takes longer to begin than a page may stand still.
 */
export function figures(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
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
  const degrees = (value) => `${Math.abs(value).toFixed(digits)}°`;
  const [ns, ew] = [lat < 0 ? "S" : "N", lon < 0 ? "W" : "E"];
  return `${degrees(lat)} ${ns}, ${degrees(lon)} ${ew}`;
}

function countryNames() {
  countries ??= new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
  return countries;
}

function languageNames() {
  languages ??= new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });
  return languages;
}
