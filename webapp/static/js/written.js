/** How the text writes a place, where that is not the name it is shown under. */

import { key } from "./key.js";
import { t } from "./messages.js";
import { parts } from "./offsets.js";

/** So many ways are told beside a name. */
const MOST = 2;

/**
 * @param {{name: string, described?: boolean, mentions: Object[]}} feature - members of a set
 *   are not named by their mentions.
 * @returns {string[]} each way once, the most used first.
 */
export function written({ name, described, mentions }) {
  if (described) return [];
  const ways = new Map();
  for (const mention of mentions) {
    const phrase = parts(mention)[1].replace(/\s+/g, " ");
    const way = key(phrase);
    if (way === key(name)) continue;
    ways.set(way, { phrase, count: (ways.get(way)?.count ?? 0) + 1 });
  }
  return [...ways.values()].toSorted((one, other) => other.count - one.count).map(({ phrase }) => phrase);
}

/**
 * @param {string[]} ways - as `written` gives them.
 * @returns {string} "written “White House”"; empty for none.
 */
export function writtenWords(ways) {
  if (!ways.length) return "";
  const quoted = ways.slice(0, MOST).map((words) => t("“{words}”", { words }));
  const names = [...quoted, ...(ways.length > MOST ? ["…"] : [])].join(t(", "));
  return t("written {names}", { names });
}
