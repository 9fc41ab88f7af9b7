/** Names beside the points of the map: as many as there is room for in what is seen. */

import { el } from "./elements.js";
import { withRoom } from "./labels.js";
import { MANY, isPoint, keyOf, radiusOf } from "./shapes.js";
import { symbolFor } from "./symbols.js";

/** Areas and lines are named by the text and the panel. */
const NAMED = new Set([
  "city", "port", "airport", "landmark", "government", "point", "dot", "about", "crossing",
]);
/** From this zoom on a crowd of members is named too. */
const CLOSE = 8;
/** More names than this cannot have room beside each other on any screen. */
const MOST = 300;
const HEIGHT = 18;

/**
 * @typedef {Object} View
 * @property {number} zoom
 * @property {number} left - pixels of the map's pane, as are the others.
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 * @property {(lon: number, lat: number) => {x: number, y: number}} point
 */

/** The labels of one map. */
export class Names {
  /**
   * @param {HTMLElement} pane - where they stand.
   * @param {() => View} view - what of the map is seen now.
   */
  constructor(pane, view) {
    this._pane = pane;
    this._view = view;
    this._features = [];
    this._labels = new Map();
    pane.setAttribute("aria-hidden", "true");
  }

  /**
   * Name these features, the most mentioned first.
   *
   * @param {Object[]} features
   */
  show(features) {
    this._features = features
      .filter((feature) => isPoint(feature) && NAMED.has(symbolFor(feature)))
      .sort((one, other) => weight(other) - weight(one));
    this._crowded = this._features.filter(({ described }) => described).length > MANY;
    this.place();
  }

  /** Put the names where the map is now. */
  place() {
    const seen = this._seen();
    this._keep(seen);
    const { right } = this._view();
    const boxes = seen.map(({ feature, label, x, y }) => {
      label.width ??= this._width(label);
      const gap = radiusOf(feature) + 4;
      const fits = x + gap + label.width < right;
      return {
        x: Math.round(fits ? x + gap : x - gap - label.width),
        y: Math.round(y - HEIGHT / 2),
        width: label.width,
        height: HEIGHT,
        weight: weight(feature),
      };
    });
    withRoom(boxes).forEach((room, index) => {
      const { label } = seen[index];
      label.style.transform = `translate(${boxes[index].x}px, ${boxes[index].y}px)`;
      label.hidden = !room;
    });
  }

  /**
   * Lift one place's name out, as long as something points at it.
   *
   * @param {string | null} placeId
   */
  point(placeId) {
    for (const { feature, label } of this._labels.values()) {
      label.classList.toggle("name--lifted", placeId !== null && feature.place_id === placeId);
    }
  }

  /** What can be named where the map is, with where that is, and its label. */
  _seen() {
    const view = this._view();
    const few = this._crowded && view.zoom < CLOSE;
    const seen = [];
    for (const feature of this._features) {
      if (few && feature.described) continue;
      const { x, y } = view.point(...feature.geometry.coordinates);
      if (x < view.left || x > view.right || y < view.top || y > view.bottom) continue;
      seen.push({ feature, x, y, label: this._label(feature) });
      if (seen.length === MOST) break;
    }
    return seen;
  }

  /** How wide a name is; a canvas knows without the page being laid out. */
  _width(label) {
    if (!this._pen) {
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(label);
      this._pen = document.createElement("canvas").getContext("2d");
      this._pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    }
    return Math.ceil(this._pen.measureText(label.textContent).width);
  }

  _label(feature) {
    const key = keyOf(feature);
    const known = this._labels.get(key)?.label;
    const label = known ?? el("span", { class: `name name--${feature.layer}` }, feature.name);
    if (!known) this._pane.append(label);
    this._labels.set(key, { feature, label });
    return label;
  }

  /** Take away every label but these. */
  _keep(seen) {
    const keys = new Set(seen.map(({ feature }) => keyOf(feature)));
    for (const [key, { label }] of this._labels) {
      if (keys.has(key)) continue;
      label.remove();
      this._labels.delete(key);
    }
  }
}

function weight(feature) {
  return feature.described ? 0 : feature.mentions.length;
}
