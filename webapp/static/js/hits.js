/** Words that are searched for, where the article's text has them: marked, and gone to in turn. */

import { hitsOf, keyed } from "./key.js";
import { isIn, scrollerOf, sightOf } from "./sight.js";

const BLOCKS = ".text__title, .text__heading, .text__paragraph";
/** What stands in a paragraph and is none of its words. */
const ASIDE = ".mark__sign, svg";

/** The hits in the text; the text itself is never touched. */
export class Hits {
  /** @param {HTMLElement} root - the element with class `text`. */
  constructor(root) {
    this._root = root;
    this._words = "";
    this._hits = [];
    this._current = null;
    this._still = window.matchMedia("(prefers-reduced-motion: reduce)");
  }

  /** @returns {number} */
  get count() {
    return this._hits.length;
  }

  /** @returns {number | null} of the hit that was gone to, from 1. */
  get number() {
    return this._current === null ? null : this._current + 1;
  }

  /** @param {string} words - as `key` gives them; none if empty. */
  show(words) {
    if (words === this._words) return;
    this._words = words;
    this._current = null;
    this._blocks ??= [...this._root.querySelectorAll(BLOCKS)].map(blockOf);
    this._hits = this._blocks.flatMap((block) =>
      hitsOf(block.keyed, words).map((hit) => rangeOf(block, hit)),
    );
    paint("hit", this._hits, 0);
    paint("hit-current", [], 1);
  }

  /**
   * Go to a hit, and from the last to the first.
   *
   * @param {1 | -1 | 0} way - to the next, to the one before, or to the first from where one reads.
   */
  go(way) {
    if (!this.count) return;
    const from = this._current ?? this._firstInSight() - (way > 0 ? 1 : 0);
    this._current = (from + way + this.count) % this.count;
    const hit = this._hits[this._current];
    paint("hit-current", [hit], 1);
    this._reveal(liveOf(hit));
  }

  /** The first hit that is not above what is in sight. */
  _firstInSight() {
    const { high } = sightOf(this._blocks[0].element);
    const first = this._hits.findIndex((hit) => liveOf(hit).getBoundingClientRect().bottom > high);
    return Math.max(0, first);
  }

  _reveal(range) {
    const box = range.getBoundingClientRect();
    const sight = sightOf(this._blocks[0].element);
    if (isIn(box, sight)) return;
    const top = (box.top + box.bottom - sight.high - sight.low) / 2;
    const behavior = this._still.matches ? "auto" : "smooth";
    (scrollerOf(this._root) ?? window).scrollBy({ top, behavior });
  }
}

/** A paragraph: its words as they are compared, and the nodes that hold them. */
function blockOf(element) {
  const skip = (node) => (node.matches?.(ASIDE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, skip);
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (node.nodeType !== Node.TEXT_NODE) continue;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  return { element, nodes, keyed: keyed(text) };
}

/** It may begin in one node and end in another. */
function rangeOf({ nodes }, [start, end]) {
  const first = nodes.findLast((each) => each.start <= start);
  const last = nodes.findLast((each) => each.start < end);
  return new StaticRange({
    startContainer: first.node,
    startOffset: start - first.start,
    endContainer: last.node,
    endOffset: end - last.start,
  });
}

/** A range that can be measured. */
function liveOf({ startContainer, startOffset, endContainer, endOffset }) {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** A browser that cannot mark without touching the text still goes from hit to hit. */
function paint(name, ranges, priority) {
  if (!window.CSS?.highlights) return;
  CSS.highlights.delete(name);
  if (!ranges.length) return;
  const highlight = new Highlight();
  for (const range of ranges) highlight.add(range);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}
