/** What a view shows: one rule for map, list, text and counts; the server's is the same. */

import { meets } from "./frame.js";
import { isOn } from "./state.js";
import { confidenceWord } from "./words.js";

/**
 * @typedef {Object} Mention
 * @property {string} document
 * @property {number} start - in code points.
 * @property {number} end
 * @property {string} phrase
 * @property {"place" | "actor"} sense
 * @property {string} excerpt
 * @property {number} excerpt_start
 * @property {number} confidence - 0 to 1.
 *
 * @typedef {Object} Feature
 * @property {string} layer
 * @property {string} place_id
 * @property {string} name
 * @property {Object<string, string>} names
 * @property {string} kind
 * @property {string | null} country
 * @property {number} confidence - the highest of its mentions.
 * @property {Mention[]} mentions
 * @property {Object | null} geometry - GeoJSON.
 */

/** Facets of a place; that of confidence is one of its mentions. */
const OF_PLACE = { kind: (feature) => feature.kind, country: (feature) => feature.country };

/** Names of the facets, in the order they are shown. */
export const FACETS = ["kind", "country", "confidence"];

/**
 * Which features a view shows, each with the mentions it shows.
 *
 * Filters act on mentions first; a feature that is left without any is dropped.
 *
 * @param {Feature[]} features
 * @param {import("./state.js").State} state
 * @param {{layers?: boolean, except?: string}} [options] - `layers: false` looks at hidden layers too;
 *   `except` names one facet that is not applied.
 * @returns {Feature[]}
 */
export function shown(features, state, { layers = true, except } = {}) {
  const wanted = { ...state, words: key(state.q) };
  if (except) wanted[except] = [];
  const kept = [];
  for (const feature of features) {
    if (layers && !isOn(state, feature.layer)) continue;
    if (!placePasses(feature, wanted)) continue;
    const mentions = keptMentions(feature, wanted);
    if (mentions.length === feature.mentions.length) kept.push(feature);
    else if (mentions.length) kept.push({ ...feature, mentions });
  }
  return kept;
}

function placePasses(feature, wanted) {
  return (
    Object.entries(OF_PLACE).every(
      ([name, value]) => !wanted[name].length || wanted[name].includes(value(feature)),
    ) &&
    (!wanted.bbox || meets(feature.point ?? feature.geometry, wanted.bbox))
  );
}

function keptMentions(feature, { sense, confidence, words }) {
  const names = words && key([feature.name, ...Object.values(feature.names)].join(" "));
  return feature.mentions.filter(
    (mention) =>
      (sense === "both" || mention.sense === sense) &&
      (!confidence.length || confidence.includes(confidenceWord(mention.confidence))) &&
      (!words || `${names} ${key(mention.excerpt)}`.includes(words)),
  );
}

const keys = new Map();

/**
 * The form in which words are compared: case, accents and punctuation do not count.
 *
 * @param {string} text
 * @returns {string} as `key` of geodata/text.py gives it.
 */
export function key(text) {
  if (!keys.has(text)) keys.set(text, makeKey(text));
  return keys.get(text);
}

function makeKey(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[\u0300-\u036f'\u2018\u2019\u02bc\u02bb`\u00b4]/gu, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * How many features each value of a facet would leave.
 *
 * @param {Feature[]} features
 * @param {import("./state.js").State} state
 * @param {"kind" | "country" | "confidence"} name
 * @returns {Map<string, number>} chosen values included, even if they leave none.
 */
export function facetCounts(features, state, name) {
  const counts = new Map(state[name].map((value) => [value, 0]));
  for (const feature of shown(features, state, { except: name })) {
    for (const value of facetValues(feature, name)) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * The values a feature has in a facet.
 *
 * @param {Feature} feature
 * @param {"kind" | "country" | "confidence"} name
 * @returns {string[]}
 */
export function facetValues(feature, name) {
  if (name === "confidence") {
    return [...new Set(feature.mentions.map((mention) => confidenceWord(mention.confidence)))];
  }
  return [OF_PLACE[name](feature)].filter(Boolean);
}

/**
 * How many filters leave something out that the layers alone would show.
 *
 * @param {import("./state.js").State} state
 * @returns {number}
 */
export function filtersInUse(state) {
  const facets = FACETS.filter((name) => state[name].length).length;
  return facets + (state.q ? 1 : 0) + (state.bbox ? 1 : 0);
}
