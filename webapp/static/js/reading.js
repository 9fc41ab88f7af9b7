/** Ways through the article: mention by mention, stop by stop, or as it is scrolled. */

import { t } from "./messages.js";
import { Story } from "./story.js";

/** Takes text and map along together. */
export class Reading {
  /**
   * @param {HTMLElement} page
   * @param {Object} parts - those of the page that go along: atlas, map, store, text, room and
   *   selection; `visible` gives the features that are shown.
   * @param {Object[]} stops - of the story, as `chapters` gives them.
   * @param {{point: (placeId: string | null) => void}} told
   */
  constructor(page, { atlas, map, store, text, room, selection, visible }, stops, told) {
    Object.assign(this, { _atlas: atlas, _map: map, _store: store, _text: text });
    Object.assign(this, { _room: room, _selection: selection, _visible: visible });
    this._stops = stops;
    this._told = told;
    this._story = new Story(page.querySelector(".story"), page.querySelector(".story__open"), stops, {
      turn: (number) => this._tell(number),
    });
    this._makeSteps(page.querySelector(".steps"));
  }

  _makeSteps(root) {
    this._words = root.querySelector(".steps__words");
    root.querySelector(".steps__previous").addEventListener("click", () => this._step(-1));
    root.querySelector(".steps__next").addEventListener("click", () => this._step(1));
    const follow = root.querySelector(".steps__follow");
    follow.addEventListener("click", () => this._follow(follow));
  }

  /** @param {import("./state.js").State} state */
  show({ story }) {
    this._story.show(story);
  }

  /** An address that holds a mention is read at it: the card leaves the text free. */
  arrive({ view, mention }) {
    if (view === "text") this._selection.peek();
    this._text.reveal(mention);
  }

  /** The text is seen; the card leaves it free. */
  open() {
    if (this._store.state.view !== "text") this._store.drift({ view: "text" });
    this._selection.peek();
  }

  /** The text at a mention. */
  showText(start, options) {
    this.open();
    this._text.reveal(start, options);
  }

  _step(way) {
    const next = this._text.next(this._store.state.mention, way);
    if (!next) return;
    const feature = this._atlas.find(next.place, next.start, this._visible());
    this._store.set({ place: next.place, mention: next.start });
    this.showText(next.start);
    this._words.textContent = t("{number} of {all}", { number: next.number, all: next.count });
    this._words.dataset.walking = "true";
    this._selection.lookAt(feature);
  }

  /** Go to a stop of the story: text and map together. */
  _tell(number) {
    if (number === null) {
      this._store.set({ ...this._selection.nothing(), story: null });
      return;
    }
    const { feature, mention } = this._stops[number - 1];
    this._room.clear();
    this._store.set({ ...this._selection.lend(feature), story: number, ...chosenBy(this._stops, number) });
    this.showText(mention.start);
    this._selection.lookAt(feature);
  }

  /** While following, the map goes where the text is read; nothing gets selected. */
  _follow(button) {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    this._text.follow(on ? (placeId, start) => this._pass(placeId, start) : null);
    if (!on) this._told.point(null);
  }

  _pass(placeId, start) {
    const feature = this._atlas.find(placeId, start, this._visible());
    this._told.point(placeId);
    if (feature) this._map.reveal(feature, this._room.covered);
  }
}

/**
 * What is selected at a stop of the story.
 *
 * @param {Object[]} stops
 * @param {number} number - of the stop, from 1.
 * @returns {{place: string, mention: number}}
 */
export function chosenBy(stops, number) {
  const { feature, mention } = stops[number - 1];
  return { place: feature.place_id, mention: mention.start };
}
