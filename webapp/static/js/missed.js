/** A name that the machine missed: selected in the text, or typed below the list of places. */

import { el } from "./elements.js";
import { t } from "./messages.js";

const LONGEST = 80;
/** Between the words that are selected and the button below them, in pixels. */
const GAP = 8;

/** Two ways to say that some words are a place. */
export class Missed {
  /**
   * @param {HTMLElement} page - the element with class `explorer`.
   * @param {{ask: (phrase: string, opener: Element) => void}} told
   */
  constructor(page, told) {
    this._text = page.querySelector(".text");
    this._told = told;
    this._button = el(
      "button",
      { class: "missed__mark", type: "button", hidden: true, onclick: () => this._ask(this._words, this._text) },
      t("Say which place this is"),
    );
    page.append(this._button);
    document.addEventListener("selectionchange", () => this._selected());
    document.addEventListener("scroll", () => this._selected(), { capture: true, passive: true });
    this._listen(page.querySelector(".missed"));
  }

  _listen(form) {
    form.hidden = false;
    const field = form.querySelector(".missed__words");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const words = wordsOf(field.value);
      if (words) this._ask(words, field);
    });
  }

  _ask(words, opener) {
    this._button.hidden = true;
    this._told.ask(words, opener);
  }

  /** The button stands below what is selected, as long as that can be a name. */
  _selected() {
    const range = rangeIn(this._text);
    this._words = range ? wordsOf(String(range)) : "";
    this._button.hidden = !this._words;
    if (!this._words) return;
    const { left, bottom } = range.getBoundingClientRect();
    const free = document.documentElement.clientWidth - this._button.offsetWidth - GAP;
    this._button.style.left = `${Math.max(GAP, Math.min(left, free))}px`;
    this._button.style.top = `${bottom + GAP}px`;
  }
}

/** What is selected, if it lies in one paragraph and touches no mark. */
function rangeIn(text) {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: node } = range;
  const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.(
    ".text__paragraph, .text__heading, .text__title",
  );
  if (!block || !text.contains(block)) return null;
  const marks = [...block.querySelectorAll(".mark")];
  return marks.some((mark) => range.intersectsNode(mark)) ? null : range;
}

/**
 * Words as the text may write them.
 *
 * @param {string} selected
 * @returns {string} without what surrounds them; empty for what can be no name.
 */
export function wordsOf(selected) {
  const words = selected.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu, "").replace(/\s+/g, " ");
  return words.length <= LONGEST && /\p{L}/u.test(words) ? words : "";
}
