/** What the engine says in English, told in the language of the page. */

import { el } from "./elements.js";
import { figures, language, sentences, t, tn } from "./messages.js";
import { countryNamed, kindWord, listed } from "./words.js";

const FIGURES = new Set(["number", "percent", "km"]);
const PLACES = new Set(
  ["place", "places", "where", "other", "claimant", "regions", "crossing", "crossings", "start", "end", "stops"],
);
let forms = null;

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
  if (language() === "en" || !sentence) return sentence;
  forms ??= sentences().flatMap(([one, several]) =>
    [one, several].filter(Boolean).map((english) => ({ pattern: patternOf(english), one, several })),
  );
  for (const { pattern, one, several } of forms) {
    const match = pattern.exec(sentence);
    if (match) return filled(one, several, match.groups ?? {});
  }
  return undefined;
}

function filled(one, several, found) {
  const values = Object.fromEntries(Object.entries(found).map(([name, value]) => [name, word(name, value)]));
  return several ? tn(one, several, Number(found.number.replaceAll(",", "")), values) : t(one, values);
}

function word(name, value) {
  if (FIGURES.has(name)) return value.replace(/\d{1,3}(,\d{3})+/g, (each) => figures(Number(each.replaceAll(",", ""))));
  if (name === "reason") return toldWords(value) ?? value;
  if (name === "reasons") return value.split("; ").map((each) => toldWords(each) ?? each).join(t("; "));
  if (name === "kind") return kindWord(value);
  if (PLACES.has(name)) return listed(value.split(/, | and /).map((each) => countryNamed(each.replace(/^the /, ""))));
  return value;
}

function patternOf(english) {
  const parts = english.split(/\{(\w+)\}/);
  const group = (name) => `(?<${name}>${FIGURES.has(name) ? "[0-9,.%]+" : ".+?"})`;
  return new RegExp(`^${parts.map((part, index) => (index % 2 ? group(part) : escaped(part))).join("")}$`, "s");
}

function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
