/** What a view shows: one rule for map, list, text and counts; the server's is the same. */

import { meets } from "./frame.js";
import { key } from "./key.js";
import { isOn } from "./state.js";
import { isWithin, readTimes } from "./times.js";
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
 * @property {{start: string, end: string, text: string, how: "written" | "counted"} | null} [when] -
 *   first and last day of the time its clause speaks of, and the words that say so.
 *
 * @typedef {Object} Feature
 * @property {string} layer
 * @property {string} place_id
 * @property {string} name
 * @property {Object<string, string>} names
 * @property {string} kind
 * @property {string | null} country
 * @property {string | null} region - name of the first-order unit it lies in.
 * @property {number} confidence - the highest of its mentions.
 * @property {Mention[]} mentions
 * @property {Object | null} geometry - GeoJSON.
 */

/** Names of the facets, in the order they are shown. */
export const FACETS = ["kind", "country", "confidence"];

/**
 * @typedef {Object} Sifted
 * @property {Feature[]} visible - what a view shows, each with the mentions it shows.
 * @property {Feature[]} everywhere - the same, hidden layers included.
 * @property {Object<string, Map<string, number>>} facets - how many features each value of each facet
 *   would leave; chosen values included, even if they leave none.
 */

/**
 * What a view shows, in one pass: there may be a hundred thousand.
 *
 * Filters act on mentions first; a feature that is left without any is dropped.
 *
 * @param {Feature[]} features
 * @param {import("./state.js").State} state
 * @returns {Sifted}
 */
export function sift(features, state) {
  const wanted = { ...state, words: key(state.q), span: state.datetime && readTimes(state.datetime) };
  const facets = Object.fromEntries(
    FACETS.map((name) => [name, new Map(state[name].map((value) => [value, 0]))]),
  );
  const sifted = { visible: [], everywhere: [], facets };
  let [layer, on] = [null, false]; // those of a layer come together
  for (const feature of features) {
    if (feature.layer !== layer) [layer, on] = [feature.layer, isOn(state, feature.layer)];
    siftOne(feature, wanted, on, sifted);
  }
  return sifted;
}

function siftOne(feature, wanted, on, { visible, everywhere, facets }) {
  if (wanted.bbox && !meets(feature.point ?? feature.geometry, wanted.bbox)) return;
  const kindFits = fits(wanted.kind, feature.kind);
  const countryFits = fits(wanted.country, feature.country);
  if (!kindFits && !countryFits) return;
  const said = keptMentions(feature, wanted);
  if (!said.length) return;
  if (on && kindFits && countryFits) count(facets.confidence, facetValues({ mentions: said }, "confidence"));
  const sure = surely(said, wanted.confidence);
  if (!sure.length) return;
  if (on && countryFits) count(facets.kind, facetValues(feature, "kind"));
  if (on && kindFits) count(facets.country, facetValues(feature, "country"));
  if (!kindFits || !countryFits) return;
  const left = sure.length === feature.mentions.length ? feature : { ...feature, mentions: sure };
  everywhere.push(left);
  if (on) visible.push(left);
}

function fits(chosen, value) {
  return !chosen.length || chosen.includes(value);
}

function count(counts, values) {
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** What passes; the very same list if all does. */
function kept(mentions, passes) {
  return mentions.every(passes) ? mentions : mentions.filter(passes);
}

function surely(mentions, chosen) {
  if (!chosen.length) return mentions;
  return kept(mentions, ({ confidence }) => chosen.includes(confidenceWord(confidence)));
}

function keptMentions({ mentions, name, region, names }, { sense, words, span }) {
  const read = sense === "both" ? mentions : kept(mentions, (mention) => mention.sense === sense);
  const meant = span ? kept(read, ({ when }) => isWithin(when, span)) : read;
  if (!words) return meant;
  const known = key([name, region ?? "", ...Object.values(names)].join(" "));
  return kept(meant, ({ excerpt }) => `${known} ${key(excerpt)}`.includes(words));
}

/**
 * The values a feature has in a facet.
 *
 * @param {Feature} feature
 * @param {"kind" | "country" | "confidence"} name
 * @returns {string[]}
 */
export function facetValues(feature, name) {
  if (name === "confidence" && feature.mentions.length === 1) {
    return [confidenceWord(feature.mentions[0].confidence)];
  }
  if (name === "confidence") {
    return [...new Set(feature.mentions.map((mention) => confidenceWord(mention.confidence)))];
  }
  return feature[name] ? [feature[name]] : [];
}

/**
 * How many filters leave something out that the layers alone would show.
 *
 * @param {import("./state.js").State} state
 * @returns {number}
 */
export function filtersInUse(state) {
  const facets = FACETS.filter((name) => state[name].length).length;
  return facets + [state.q, state.bbox, state.datetime].filter(Boolean).length;
}
