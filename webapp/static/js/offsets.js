/** Offsets: the server counts Unicode code points, JavaScript UTF-16 units. */

/**
 * Where a code point lies in a JavaScript string.
 *
 * @param {string} text
 * @param {number} offset - in code points.
 * @param {number} [from] - UTF-16 units to start at, where that is known to be a code point's start.
 * @returns {number} in UTF-16 units; the text's length if it has fewer code points.
 */
export function unitOffset(text, offset, from = 0) {
  let units = from;
  for (let left = offset; left > 0 && units < text.length; left -= 1) {
    units += text.codePointAt(units) > 0xffff ? 2 : 1;
  }
  return units;
}

/**
 * How many code points a JavaScript string has.
 *
 * @param {string} text
 * @returns {number}
 */
export function codePoints(text) {
  return [...text].length;
}

/**
 * An excerpt in three parts: before the mention, the mention, after it.
 *
 * @param {{start: number, end: number, excerpt: string, excerpt_start: number}} mention
 * @returns {[string, string, string]}
 */
export function parts({ start, end, excerpt, excerpt_start: origin }) {
  const from = unitOffset(excerpt, start - origin);
  const to = unitOffset(excerpt, end - start, from);
  return [excerpt.slice(0, from), excerpt.slice(from, to), excerpt.slice(to)];
}
