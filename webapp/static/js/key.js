/** The form in which words are compared: case, accents and punctuation do not count. */

/** A letter with its marks; letters of Hangul that are written one by one belong together. */
const CLUSTER = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu;

const keys = new Map();

/**
 * @param {string} text
 * @returns {string} as `key` of geodata/text.py gives it.
 */
export function key(text) {
  if (!keys.has(text)) keys.set(text, spaced(text).trim());
  return keys.get(text);
}

function spaced(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ς", "σ")
    .replace(/[\u0300-\u036f'\u2018\u2019\u02bc\u02bb`\u00b4]/gu, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
}

/**
 * @typedef {Object} Keyed - a text in that form, which still knows where each of its letters stands.
 * @property {string} form
 * @property {number[]} from - for each of its UTF-16 units the first that it comes from.
 * @property {number[]} to - one past the last.
 */

/**
 * @param {string} text
 * @returns {Keyed}
 */
export function keyed(text) {
  const [parts, from, to, known] = [[], [], [], new Map()]; // of few clusters a text is made
  let spaces = false; // so far it ends with a space
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    if (!known.has(cluster)) known.set(cluster, spaced(cluster));
    const whole = known.get(cluster);
    const part = spaces && whole.startsWith(" ") ? whole.slice(1) : whole;
    if (!part) continue;
    spaces = part.endsWith(" ");
    parts.push(part);
    for (let unit = 0; unit < part.length; unit += 1) {
      from.push(index);
      to.push(index + cluster.length);
    }
  }
  return { form: parts.join(""), from, to };
}

/**
 * Where words stand in a text.
 *
 * @param {Keyed} keyed
 * @param {string} words - as `key` gives them.
 * @returns {[number, number][]} in UTF-16 units of the text; none overlaps another.
 */
export function hitsOf({ form, from, to }, words) {
  const hits = [];
  if (!words) return hits;
  let at = form.indexOf(words);
  while (at >= 0) {
    const last = at + words.length - 1;
    hits.push([from[at], to[last]]);
    at = form.indexOf(words, last + 1);
  }
  return hits;
}
