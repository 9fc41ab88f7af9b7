/** The senses switch: places, actors, or both; it says how many each would show and hides. */

import { tn } from "./messages.js";

/** Three radio buttons. */
export class Senses {
  /**
   * @param {HTMLElement} root - the element with class `senses`.
   * @param {{change: (change: Object) => void}} told
   */
  constructor(root, told) {
    this._inputs = [...root.querySelectorAll("input")];
    this._aside = root.querySelector(".senses__aside");
    root.hidden = false;
    for (const input of this._inputs) {
      input.addEventListener("change", () => told.change({ sense: input.value }));
    }
  }

  /** @param {import("./state.js").State} state */
  show({ sense }) {
    for (const input of this._inputs) input.checked = input.value === sense;
    this._aside.textContent = asideWords(sense, {
      place: this._count("place"),
      actor: this._count("actor"),
    });
  }

  _count(sense) {
    return Number(this._inputs.find(({ value }) => value === sense).dataset.count);
  }
}

/**
 * What a choice hides, in words.
 *
 * @param {"place" | "actor" | "both"} sense
 * @param {{place: number, actor: number}} counts - of mentions.
 * @returns {string} empty if nothing is hidden.
 */
export function asideWords(sense, { place, actor }) {
  if (sense === "place" && actor) {
    return tn("{number} mention of governments set aside", "{number} mentions of governments set aside", actor);
  }
  if (sense === "actor" && place) {
    return tn("{number} mention of places set aside", "{number} mentions of places set aside", place);
  }
  return "";
}
