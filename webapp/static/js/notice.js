/** Notices: what did not work, or was not understood, in a sentence. */

import { el } from "./elements.js";
import { t } from "./messages.js";

/**
 * Show a sentence until it is closed.
 *
 * @param {string} sentence
 * @param {{words: string, act: () => void}} [offer] - what can be done about it.
 */
export function notify(sentence, offer) {
  const holder = document.querySelector(".notices");
  const notice = el(
    "p",
    { class: "notice" },
    sentence,
    offer && el("button", { class: "notice__offer", type: "button", onclick: offer.act }, offer.words),
    el(
      "button",
      { class: "notice__close", type: "button", "aria-label": t("Close this notice"), onclick: () => notice.remove() },
      "×",
    ),
  );
  holder.append(notice);
}
