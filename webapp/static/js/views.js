/** The left side: the text, or the list of places; a map alone has neither. */

import { tn } from "./messages.js";

/** Links to what one view alone holds. */
const LINKS = {
  '.skip[href="#text"]': "text",
  '.skip[href="#places"]': "places",
  '.glance a[href="#corrections"]': "places",
};

/** Two buttons, of which one is pressed. */
export class Views {
  /**
   * @param {HTMLElement} page - the element with class `explorer`.
   * @param {{change: (change: Object) => void}} told
   */
  constructor(page, told) {
    this._page = page;
    this._left = {};
    this._buttons = [...page.querySelectorAll(".views__choice")];
    for (const button of this._buttons) {
      button.addEventListener("click", () => told.change({ view: button.dataset.view }));
    }
    for (const [link, view] of Object.entries(LINKS)) {
      document.querySelector(link)?.addEventListener("click", () => told.change({ view }));
    }
    this._watchHeading();
  }

  /** The bar repeats the title only where the heading is out of sight. */
  _watchHeading() {
    const title = document.querySelector(".bar__title");
    const watch = ([{ isIntersecting }]) => title.toggleAttribute("data-quiet", isIntersecting);
    new IntersectionObserver(watch).observe(this._page.querySelector(".text__title"));
  }

  /** @param {import("./state.js").State} state */
  show({ view }) {
    this._turn(view);
    for (const button of this._buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    }
  }

  /** Each side is found again where it was left. */
  _turn(view) {
    const { dataset } = this._page;
    if (view === dataset.view) return;
    const scrolled = scrollerOf(this._page.querySelector(".reading"));
    this._left[dataset.view] = scrolled.scrollTop;
    dataset.view = view;
    scrolled.scrollTop = this._left[view] ?? 0;
  }

  /**
   * Say how many places are shown: for the eye, and, when that changes, aloud.
   *
   * @param {number} number
   */
  count(number) {
    this._page.querySelector(".views__count").textContent = String(number);
    const said = this._page.querySelector(".views__said");
    const words = tn("{number} place shown", "{number} places shown", number);
    if (said.textContent !== words) said.textContent = words;
  }
}

/** What scrolls: beside the map the reading alone, on a phone the whole page. */
function scrollerOf(reading) {
  return getComputedStyle(reading).overflowY === "auto" ? reading : document.scrollingElement;
}
