/** The search: over names, local names and the text. */

import { Hits } from "./hits.js";
import { key } from "./key.js";
import { t, tn } from "./messages.js";

/** A field that narrows the view as one types, and finds in the text; "/" jumps to it. */
export class Search {
  /**
   * @param {HTMLElement} root - the element with class `search`.
   * @param {HTMLElement} text - the element with class `text`.
   * @param {{search: (q: string) => void, read: () => void}} told - `read` before a hit is gone to.
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
      this._go(event.shiftKey ? -1 : 1);
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
   */
  show(q, answer) {
    if (this._field.value !== q && document.activeElement !== this._field) this._field.value = q;
    this._answer.textContent = q ? answer : "";
    this._hits.show(key(q));
    this._say();
  }

  /** How often the text has it, and which of these is looked at. */
  _say() {
    const { count, number } = this._hits;
    const words = number ? t("{number} of {all}", { number, all: count }) : tn("{number} hit", "{number} hits", count);
    this._root.dataset.hits = String(count);
    this._words.textContent = this._answer.textContent && words;
  }
}
