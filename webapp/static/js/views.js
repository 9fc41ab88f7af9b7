/** The left side: the text, or the list of places. */

/** Two buttons, of which one is pressed. */
export class Views {
  /**
   * @param {HTMLElement} page - the element with class `explorer`.
   */
  constructor(page) {
    this._page = page;
    this._buttons = [...page.querySelectorAll(".views__choice")];
    for (const button of this._buttons) {
      button.addEventListener("click", () => this.show(button.dataset.view));
    }
    for (const name of ["text", "places"]) {
      document.querySelector(`.skip[href="#${name}"]`)?.addEventListener("click", () => this.show(name));
    }
    this.show("text");
  }

  /** @param {"text" | "places"} name */
  show(name) {
    this._page.dataset.view = name;
    for (const button of this._buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.view === name));
    }
  }

  /** @param {string} words - how many places there are. */
  count(words) {
    this._page.querySelector(".views__count").textContent = words;
  }
}
