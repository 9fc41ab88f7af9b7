/** A name that the machine missed: selected in the text, or typed below the list of places. */

import { el } from "./elements.js";
import { t } from "./messages.js";
import { codePoints } from "./offsets.js";

const LONGEST = 80;
const BLOCKS = ".text__paragraph, .text__heading, .text__title";
/** What surrounds a name, but is none of it. */
const AROUND = /^[^\p{L}\p{N}]*/u;
/** Between the words that are selected and the button below them, in pixels. */
const GAP = 8;

/** Two ways to say that some words are a place. */
export class Missed {
  /**
   * @param {HTMLElement} page - the element with class `explorer`.
   * @param {{ask: (name: {phrase: string, start: number | null, same: number},
   *   opener: Element) => void}} told - `start` where the words were selected, in code points of
   *   the document; `same` tells how often the text has them outside of other marks.
   */
  constructor(page, told) {
    this._text = page.querySelector(".text");
    this._told = told;
    this._button = el(
      "button",
      { class: "missed__mark", type: "button", hidden: true, onclick: () => this._ask(this._words, this._start, this._text) },
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
      if (words) this._ask(words, null, field);
    });
  }

  _ask(phrase, start, opener) {
    this._button.hidden = true;
    const blocks = [...this._text.querySelectorAll(BLOCKS)];
    const same = timesIn(blocks.map(unmarked).join("\n"), phrase);
    this._told.ask({ phrase, start, same }, opener);
  }

  /** The button stands below what is selected, as long as that can be a name. */
  _selected() {
    const range = rangeIn(this._text);
    this._words = range ? wordsOf(String(range)) : "";
    this._button.hidden = !this._words;
    if (!this._words) return;
    this._start = startOf(range);
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
  const block = blockOf(node);
  if (!block || !text.contains(block)) return null;
  const marks = [...block.querySelectorAll(".mark")];
  return marks.some((mark) => range.intersectsNode(mark)) ? null : range;
}

function blockOf(node) {
  return (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.(BLOCKS);
}

/** Where the words that are selected begin in the document; null for a title of another make. */
function startOf(range) {
  const block = blockOf(range.commonAncestorContainer);
  if (!block.dataset.from) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const copy = before.cloneContents();
  for (const hidden of copy.querySelectorAll(".hidden")) hidden.remove();
  const [around] = AROUND.exec(String(range));
  return Number(block.dataset.from) + codePoints(copy.textContent + around);
}

/** What a block says where no mark is; a mark leaves a gap that no word reaches across. */
function unmarked(block) {
  const copy = block.cloneNode(true);
  for (const mark of copy.querySelectorAll(".mark")) mark.replaceWith("\u0000");
  return copy.textContent;
}

/**
 * How often a text has these whole words.
 *
 * @param {string} text
 * @param {string} phrase
 * @returns {number}
 */
export function timesIn(text, phrase) {
  const spelled = phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  const words = new RegExp(`(?<![\\p{L}\\p{N}_])${spelled}(?![\\p{L}\\p{N}_])`, "gu");
  return [...text.matchAll(words)].length;
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
