/** What the engine says in English, told in the language of the page. */

import { el } from "./elements.js";

/** English needs none. */
let tell = (sentence) => sentence;

/** @param {(sentence: string) => string | undefined} teller - as sentences.js makes it. */
export function teach(teller) {
  tell = teller;
}

/**
 * A sentence of the engine: what no message fits stays English, and is marked as such.
 *
 * @param {string} sentence
 * @returns {string | HTMLElement} a child for `el` and `fill`.
 */
export function told(sentence) {
  return toldWords(sentence) ?? el("span", { lang: "en" }, sentence);
}

/**
 * @param {string} sentence
 * @returns {string | undefined} in the language of the page, if a message fits.
 */
export function toldWords(sentence) {
  return sentence && tell(sentence);
}
