/** The search: over names, local names and the text around every mention. */

/** A field that narrows the view as one types; "/" jumps to it. */
export class Search {
  /**
   * @param {HTMLElement} root - the element with class `search`.
   * @param {{search: (q: string) => void}} told
   */
  constructor(root, told) {
    this._field = root.querySelector("input");
    this._answer = root.querySelector(".search__answer");
    this._field.addEventListener("input", () => told.search(this._field.value));
    this._field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this._field.value) return;
      event.stopPropagation();
      this._field.value = "";
      told.search("");
    });
    document.addEventListener("keydown", (event) => this._slash(event));
  }

  _slash(event) {
    const writing = event.target.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select");
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this._field.focus();
    this._field.select();
  }

  /**
   * @param {string} q
   * @param {string} answer - what was found, in words.
   */
  show(q, answer) {
    if (this._field.value !== q && document.activeElement !== this._field) this._field.value = q;
    this._answer.textContent = q ? answer : "";
  }
}
