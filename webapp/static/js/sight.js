/** What of the text is in sight: between what lies over it. */

/**
 * @param {Element} element - of the text; its scroll margins tell what lies over it.
 * @returns {{high: number, low: number}} in pixels of the window.
 */
export function sightOf(element) {
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(element);
  const frame = scrollerOf(element)?.getBoundingClientRect();
  const low = Math.min(frame?.bottom ?? Infinity, window.innerHeight);
  const high = Math.max(frame?.top ?? 0, 0);
  return { high: high + parseFloat(scrollMarginTop), low: low - parseFloat(scrollMarginBottom) };
}

/**
 * @param {{top: number, bottom: number}} box - of a stretch of text.
 * @param {{high: number, low: number}} sight
 * @returns {boolean}
 */
export function isIn({ top, bottom }, { high, low }) {
  return top > high && bottom < low;
}

/**
 * What scrolls the text: its own frame on a wide screen, else the window.
 *
 * @param {Element} text
 * @returns {Element | null} null for the window.
 */
export function scrollerOf(text) {
  const frame = text.closest(".reading");
  return frame.scrollHeight > frame.clientHeight + 1 ? frame : null;
}
