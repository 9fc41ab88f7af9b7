/** The senses switch: places, actors, or both; it says how many each would show. */

/** Three radio buttons. */
export class Senses {
  /**
   * @param {HTMLElement} root - the element with class `senses`.
   * @param {{change: (change: Object) => void}} told
   */
  constructor(root, told) {
    this._inputs = [...root.querySelectorAll("input")];
    root.hidden = false;
    for (const input of this._inputs) {
      input.addEventListener("change", () => told.change({ sense: input.value }));
    }
  }

  /** @param {import("./state.js").State} state */
  show(state) {
    for (const input of this._inputs) input.checked = input.value === state.sense;
  }
}
