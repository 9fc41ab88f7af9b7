/** When it was, as the sentence of a mention says it. */

import { el } from "./elements.js";
import { woven } from "./messages.js";
import { timeWords } from "./timewords.js";

/**
 * @param {import("./filters.js").Mention} mention
 * @returns {HTMLElement | null} nothing for a mention that carries no date.
 */
export function whenLine({ when }) {
  if (!when) return null;
  const said = { time: el("strong", {}, timeWords(when)), words: el("bdi", {}, when.text) };
  const line =
    when.how === "counted"
      ? woven("When: {time} — counted from the article’s date: “{words}”", said)
      : woven("When: {time} — as written: “{words}”", said);
  return el("p", { class: "popup__when" }, ...line);
}
