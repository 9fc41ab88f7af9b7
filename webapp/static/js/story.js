/** The story: the described places one after another, then those that are named most. */

import { t, tn } from "./messages.js";
import { capital } from "./words.js";

const ASIDE = new Set(["governments", "not-located", "described"]);
const MOST_NAMED = 6;

/**
 * The places worth a stop, each with the mention to stop at.
 *
 * @param {import("./filters.js").Feature[]} features
 * @returns {{feature: Object, mention: Object, described: boolean}[]} described ones in text
 *   order, then the most named.
 */
export function chapters(features) {
  const stops = features.filter(isStop).map(stop).filter(({ mention }) => mention);
  const told = stops.filter(({ described }) => described);
  const named = stops.filter(({ described }) => !described);
  return [
    ...told.toSorted((one, other) => one.mention.start - other.mention.start),
    ...named.toSorted((one, other) => other.count - one.count).slice(0, MOST_NAMED),
  ];
}

/** Members of described places are none: there may be a hundred thousand. */
function isStop({ geometry, layer, described }) {
  return geometry && (layer === "described" || (!ASIDE.has(layer) && !described));
}

function stop(feature) {
  const meant = feature.mentions.filter(({ sense }) => sense === "place");
  return { feature, mention: meant[0], count: meant.length, described: feature.layer === "described" };
}

/** A row of controls that walks from stop to stop. */
export class Story {
  /**
   * @param {HTMLElement} root - the element with class `story`.
   * @param {HTMLElement} opener - the button that begins.
   * @param {Object[]} stops - as `chapters` gives them.
   * @param {{turn: (number: number | null) => void}} told - the number of a stop from 1; null to end.
   */
  constructor(root, opener, stops, told) {
    this._root = root;
    this._opener = opener;
    this._stops = stops;
    this._told = told;
    opener.hidden = stops.length < 2;
    opener.querySelector("[data-count]").textContent = tn("{number} stop", "{number} stops", stops.length);
    opener.addEventListener("click", () => {
      told.turn(1);
      root.querySelector(".story__next").focus({ preventScroll: true });
    });
    this._find("previous").addEventListener("click", () => this._turn(-1));
    this._find("next").addEventListener("click", () => this._turn(1));
    this._find("close").addEventListener("click", () => this._end());
    root.addEventListener("keydown", (event) => this._key(event));
  }

  /** @param {number | null} number - of the stop, from 1. */
  show(number) {
    const chapter = number && this._stops[number - 1];
    this._number = chapter ? number : null;
    this._root.hidden = !chapter;
    if (!chapter) return;
    const kind = chapter.described ? t("described") : tn("{number} mention", "{number} mentions", chapter.count);
    this._find("words").textContent = t("{number} of {all}", { number, all: this._stops.length });
    this._find("name").textContent = capital(chapter.feature.name);
    this._find("kind").textContent = kind;
    this._disable("previous", number === 1);
    this._disable("next", number === this._stops.length);
  }

  /** At either end the keyboard stays: a button that is disabled would lose it. */
  _disable(name, off) {
    this._find(name).setAttribute("aria-disabled", String(off));
  }

  _find(name) {
    return this._root.querySelector(`.story__${name}`);
  }

  _turn(way) {
    const number = this._number + way;
    if (number >= 1 && number <= this._stops.length) this._told.turn(number);
  }

  _end() {
    this._told.turn(null);
    this._opener.focus({ preventScroll: true });
  }

  _key(event) {
    if (event.key === "Escape") this._end();
    else if (event.key === "ArrowLeft") this._turn(-1);
    else if (event.key === "ArrowRight") this._turn(1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
