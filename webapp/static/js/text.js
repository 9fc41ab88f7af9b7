/** The article's text: every mention a link to the map, and back. */

import { isIn, scrollerOf, sightOf } from "./sight.js";

/** The marks of the text. */
export class Text {
  /**
   * @param {HTMLElement} root - the element with class `text`.
   * @param {{select: (placeId: string, start: number, opener: Element) => void,
   *   hover: (placeId: string | null) => void}} told
   */
  constructor(root, told) {
    this._root = root;
    this._marks = [...root.querySelectorAll(".mark")];
    this._still = window.matchMedia("(prefers-reduced-motion: reduce)");
    root.addEventListener("click", (event) => {
      const mark = event.target.closest(".mark, .glance__place");
      if (!mark?.dataset.place) return;
      event.preventDefault();
      told.select(mark.dataset.place, startOf(mark), opener(mark));
    });
    for (const name of ["pointerover", "focusin"]) {
      root.addEventListener(name, (event) => {
        const mark = event.target.closest(".mark, .glance__place");
        told.hover(mark?.dataset.place ?? null);
      });
    }
    root.addEventListener("pointerleave", () => told.hover(null));
  }

  /**
   * Mark what a view shows, and leave the rest plain.
   *
   * @param {Set<string>} spans - "start-end" of every mention shown.
   */
  show(spans) {
    for (const mark of this._marks) {
      mark.toggleAttribute("data-quiet", !spans.has(`${mark.dataset.start}-${mark.dataset.end}`));
    }
  }

  /**
   * Show where a place is named.
   *
   * @param {string | null} placeId
   * @param {number | null} start - of the mention that is looked at.
   */
  select(placeId, start) {
    for (const mark of this._marks) {
      const chosen = placeId !== null && mark.dataset.place === placeId;
      mark.classList.toggle("mark--selected", chosen);
      mark.classList.toggle("mark--current", chosen && startOf(mark) === start);
    }
  }

  /**
   * Lift a place's mentions out, as long as something points at it.
   *
   * @param {string | null} placeId
   */
  point(placeId) {
    for (const mark of this._marks) {
      mark.classList.toggle("mark--lifted", placeId !== null && mark.dataset.place === placeId);
    }
  }

  /**
   * Lift out some mentions, as long as something points at them.
   *
   * @param {{start: number, end: number}[]} mentions
   */
  lift(mentions) {
    const spans = new Set(mentions.map(({ start, end }) => `${start}-${end}`));
    for (const mark of this._marks) {
      mark.classList.toggle("mark--lifted", spans.has(`${mark.dataset.start}-${mark.dataset.end}`));
    }
  }

  /**
   * Scroll to a mention.
   *
   * @param {number} start
   * @param {{focus?: boolean}} [options]
   */
  reveal(start, { focus = false } = {}) {
    const mark = this._marks.find((other) => startOf(other) === start);
    if (!mark) return;
    const behavior = this._still.matches ? "auto" : "smooth";
    if (!isIn(mark.getBoundingClientRect(), sightOf(mark))) mark.scrollIntoView({ block: "center", behavior });
    if (focus) opener(mark).focus({ preventScroll: true });
  }

  /**
   * Tell which mention is being read, as the text is scrolled.
   *
   * @param {((placeId: string, start: number) => void) | null} told - null to stop.
   */
  follow(told) {
    this._observer?.disconnect();
    this._observer = null;
    if (!told) return;
    const scroller = scrollerOf(this._root);
    const read = (entries) => {
      const seen = entries.filter((entry) => entry.isIntersecting).map(({ target }) => target);
      const mark = seen.find((other) => !other.hasAttribute("data-quiet"));
      if (mark) told(mark.dataset.place, startOf(mark));
    };
    // A band a third of the way down: where the eye is, more or less.
    this._observer = new IntersectionObserver(read, {
      root: scroller,
      rootMargin: scroller ? "-30% 0px -58% 0px" : "-62% 0px -26% 0px",
    });
    for (const mark of this._marks) if (mark.dataset.place) this._observer.observe(mark);
  }

  /**
   * The next mention that is shown, in text order; from the end to the beginning.
   *
   * @param {number | null} start - of the one looked at.
   * @param {1 | -1} way
   * @returns {{place: string, start: number, number: number, count: number} | null}
   */
  next(start, way) {
    const marks = this._marks.filter(
      (mark) => mark.dataset.place && !mark.hasAttribute("data-quiet"),
    );
    if (!marks.length) return null;
    const starts = marks.map(startOf);
    let index = starts.indexOf(start);
    if (index < 0) {
      const after = starts.findIndex((other) => other > (start ?? -1));
      index = (after < 0 ? marks.length : after) - (way > 0 ? 1 : 0);
    }
    index = (index + way + marks.length) % marks.length;
    const mark = marks[index];
    return { place: mark.dataset.place, start: starts[index], number: index + 1, count: marks.length };
  }
}

function startOf(mark) {
  return Number(mark.dataset.start);
}

/** The part of a mark that takes the keyboard: itself, or the sign of a description. */
function opener(mark) {
  return mark.matches("a") ? mark : (mark.querySelector(".mark__sign") ?? mark);
}
