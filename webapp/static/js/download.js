/** The download of exactly what is shown; the button says how many. */

import { figures, t, tn } from "./messages.js";
import { downloadQuery } from "./state.js";

/** Links whose query is that of the view. */
export class Download {
  /** @param {HTMLElement} root - the element with class `download`. */
  constructor(root) {
    this._words = root.querySelector(".download__words");
    this._links = [...root.querySelectorAll("a")];
    for (const link of this._links) link.dataset.plain = link.getAttribute("href");
  }

  /**
   * @param {import("./state.js").State} state
   * @param {string} words - "Download the 25 places shown".
   */
  show(state, words) {
    this._words.textContent = words;
    for (const link of this._links) {
      link.setAttribute("href", link.dataset.plain + downloadQuery(state));
    }
  }
}

/**
 * What a download has: the places that the map shows, and those it cannot show.
 *
 * @param {number} located
 * @param {number} lost - named by the text, and not located.
 * @returns {string}
 */
export function downloadWords(located, lost) {
  if (located && lost) {
    return tn(
      "Download the {number} place shown and {lost} not located",
      "Download the {number} places shown and {lost} not located",
      located,
      { lost: figures(lost) },
    );
  }
  if (located) return tn("Download the {number} place shown", "Download the {number} places shown", located);
  return lost ? tn("Download the {number} not located", "Download the {number} not located", lost) : t("Nothing to download");
}
