/** The search: over names, local names and the text. */

import { Hits } from "./hits.js";
import { key } from "./key.js";
import { t, tn } from "./messages.js";

/** A field that narrows the view as one types, and finds in the text; "/" jumps to it. */
export class Search {
  /**
   * @param {HTMLElement} root - the element with class `search`.
   * @param {HTMLElement} text - the element with class `text`.
   * @param {{search: (q: string) => void, read: () => void,
   *   choose: (placeId: string, opener: Element) => void}} told - `read` before a hit is gone to,
   *   `choose` for the one place that is left.
   */
  constructor(root, text, told) {
    this._told = told;
    this._hits = new Hits(text);
    this._text = text;
    this._root = root;
    this._field = root.querySelector("input");
    this._answer = root.querySelector(".search__answer");
    this._words = root.querySelector(".search__words");
    this._field.addEventListener("input", () => this._search());
    this._field.addEventListener("keydown", (event) => this._key(event));
    root.querySelector(".search__previous").addEventListener("click", () => this._go(-1));
    root.querySelector(".search__next").addEventListener("click", () => this._go(1));
    document.addEventListener("keydown", (event) => this._slash(event));
  }

  /** As one types, the text goes along, if it is what one looks at. */
  _search() {
    this._told.search(this._field.value);
    if (this._text.checkVisibility()) this._hits.go(0);
    this._say();
  }

  _go(way) {
    if (!this._hits.count) return;
    this._told.read();
    this._hits.go(way);
    this._say();
  }

  _key(event) {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      if (this._goesThere) this._told.choose(this._only, this._field);
      else this._go(event.shiftKey ? -1 : 1);
    }
    if (event.key !== "Escape" || !this._field.value) return;
    event.stopPropagation();
    this._field.value = "";
    this._told.search("");
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
   * @param {string} answer - what was found on the map, in words.
   * @param {string | null} only - the one place that was found.
   */
  show(q, answer, only) {
    this._only = q && only;
    if (this._field.value !== q && document.activeElement !== this._field) this._field.value = q;
    this._answer.textContent = q ? answer : "";
    this._hits.show(key(q));
    this._say();
  }

  /** A name that the text does not have leads to the place that bears it. */
  get _goesThere() {
    return Boolean(this._only) && !this._hits.count;
  }

  /** How often the text has it, and which of these is looked at. */
  _say() {
    const { count, number } = this._hits;
    const words = this._goesThere ? t("Enter goes there") : number ? t("{number} of {all}", { number, all: count }) : tn("{number} hit", "{number} hits", count);
    this._root.dataset.hits = String(count);
    this._words.textContent = this._answer.textContent && words;
  }
}
