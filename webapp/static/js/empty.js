/** What a view that shows nothing says, and the way out of it: on the map and in the list. */

/** The words that stand where places would. */
export class Empty {
  /**
   * @param {HTMLElement} page - the element with class `explorer`.
   * @param {{all: () => void}} told - asked to show everything.
   */
  constructor(page, told) {
    this._words = [...page.querySelectorAll(".empty")];
    for (const words of this._words) {
      words.querySelector(".empty__all").addEventListener("click", () => told.all());
    }
  }

  /** @param {number} number - of places that are shown. */
  show(number) {
    for (const words of this._words) words.hidden = number > 0;
  }
}
