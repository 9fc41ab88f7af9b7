/** Notices: what did not work, or was not understood, in a sentence. */

import { el } from "./elements.js";

/**
 * Show a sentence until it is closed.
 *
 * @param {string} sentence
 */
export function notify(sentence) {
  const holder = document.querySelector(".notices");
  const notice = el(
    "p",
    { class: "notice" },
    sentence,
    el(
      "button",
      { class: "notice__close", type: "button", "aria-label": "Close this notice", onclick: () => notice.remove() },
      "×",
    ),
  );
  holder.append(notice);
}
