/** The left side: the text, or the list of places; a map alone has neither. */

/** Two buttons, of which one is pressed. */
export class Views {
  /**
   * @param {HTMLElement} page - the element with class `explorer`.
   * @param {{change: (change: Object) => void}} told
   */
  constructor(page, told) {
    this._page = page;
    this._buttons = [...page.querySelectorAll(".views__choice")];
    for (const button of this._buttons) {
      button.addEventListener("click", () => told.change({ view: button.dataset.view }));
    }
    for (const view of ["text", "places"]) {
      document
        .querySelector(`.skip[href="#${view}"]`)
        ?.addEventListener("click", () => told.change({ view }));
    }
  }

  /** @param {import("./state.js").State} state */
  show({ view }) {
    this._page.dataset.view = view;
    for (const button of this._buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    }
  }

  /** @param {string} words - how many places there are. */
  count(words) {
    this._page.querySelector(".views__count").textContent = words;
  }
}
