/** The download of exactly what is shown; the button says how many. */

import { downloadQuery } from "./state.js";
import { counted, figures } from "./words.js";

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
  const apart = lost ? `${figures(lost)} not located` : "";
  if (located) return [`Download the ${counted(located, "place")} shown`, apart].filter(Boolean).join(" and ");
  return lost ? `Download the ${apart}` : "Nothing to download";
}
