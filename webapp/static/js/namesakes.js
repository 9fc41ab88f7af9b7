/** Places of one name in words that tell them apart. */

import { figures, t } from "./messages.js";
import { capital, kindWord, position, whereWords } from "./words.js";

/**
 * Each place in words; where two would be called alike, with its people and its position.
 *
 * @param {Object[]} places
 * @param {Object | null} [beside] - one that is named beside them.
 * @returns {string[]}
 */
export function optionWords(places, beside = null) {
  const words = places.map(placeWords);
  const all = beside ? [...words, placeWords(beside)] : words;
  return words.map((own, index) => {
    const alone = all.filter((other) => other === own).length === 1;
    return alone ? own : [own, ...apart(places[index])].join(" · ");
  });
}

/**
 * A place within a sentence.
 *
 * @param {Object} place
 * @param {Object | null} beside - one that is named beside it.
 * @returns {string}
 */
export function sentenceWords(place, beside) {
  const alike = beside && placeWords(place) === placeWords(beside);
  const words = [place.name, kindWord(place.kind), whereWords(place), ...(alike ? apart(place) : [])];
  return words.filter(Boolean).join(t(", "));
}

function placeWords({ name, called, kind, region, country }) {
  const other = called && called !== name ? ` (${called})` : "";
  const where = whereWords({ name, region, country });
  return [`${name}${other}`, capital(kindWord(kind)), where].filter(Boolean).join(" · ");
}

/** What only one of two namesakes is: so large, and there. */
function apart({ population, lon, lat }) {
  return [
    population > 0 && t("population {number}", { number: figures(population) }),
    typeof lat === "number" && position(lon, lat, 1),
  ].filter(Boolean);
}
