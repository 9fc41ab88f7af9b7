/** Names beside the points of the map: as many as there is room for in what is seen. */

import { el } from "./elements.js";
import { beside, withRoom } from "./labels.js";
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
/** What lies so far beyond the edge is named too, so that names do not come late when the map moves. */
const BEYOND = 200;
const NOTHING = Object.freeze({ boxes: [], points: [] });

/**
 * @typedef {Object} View
 * @property {number} zoom
 * @property {number} left - pixels of the whole world at this zoom, as are the others.
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 * @property {{x: number, y: number}} origin - where the pane begins.
 * @property {(lon: number, lat: number) => {x: number, y: number}} point
 *
 * @typedef {Object} Planned - one label.
 * @property {Object} feature
 * @property {{x: number, y: number}} at - of its sign.
 * @property {{x: number, y: number, width: number, height: number}} box
 * @property {boolean} room
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
    this._widths = new Map();
    this._chosen = null;
    this._claims = { zoom: null, ...NOTHING };
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
    const view = this._view();
    const planned = this._plan(view);
    this._keep(planned);
    for (const { feature, box, room } of planned) {
      const label = this._label(feature);
      label.style.transform = `translate(${box.x - view.origin.x}px, ${box.y - view.origin.y}px)`;
      label.hidden = !room;
    }
  }

  /**
   * Claim room where the map is about to be.
   *
   * @param {View} view
   */
  foresee(view) {
    this._plan(view);
  }

  /**
   * @param {number} zoom
   * @returns {import("./yielding.js").Claims} what is taken where the map is, or is about to be.
   */
  claims(zoom) {
    return zoom === this._claims.zoom ? this._claims : NOTHING;
  }

  /** @returns {Planned[]} what can be named in a view, and whether there is room. */
  _plan(view) {
    const seen = this._seen(view);
    const signs = seen.map(({ feature, at }) => signBox(at, radiusOf(feature)));
    const boxes = seen.map(({ feature }, index) => {
      const size = { width: this._width(feature.name), height: HEIGHT };
      return { ...beside(signs, index, size, view.right), weight: this._weight(feature) };
    });
    const room = withRoom(boxes);
    const planned = seen.map((each, index) => ({ ...each, box: boxes[index], room: room[index] }));
    this._claims = { zoom: view.zoom, ...claimed(planned, signs) };
    return planned;
  }

  /**
   * Name one place before all others.
   *
   * @param {string | null} placeId
   */
  choose(placeId) {
    if (placeId === this._chosen) return;
    this._chosen = placeId;
    this.place();
  }

  _weight(feature) {
    return feature.place_id === this._chosen ? Infinity : weight(feature);
  }

  /**
   * Lift the names of places out, as long as something points at them.
   *
   * @param {string[]} placeIds
   */
  point(placeIds) {
    for (const { feature, label } of this._labels.values()) {
      label.classList.toggle("name--lifted", placeIds.includes(feature.place_id));
    }
  }

  /** What can be named in a view, with where that is. */
  _seen({ zoom, left, top, right, bottom, point }) {
    const few = this._crowded && zoom < CLOSE;
    const seen = [];
    for (const feature of this._features) {
      if (few && feature.described && feature.place_id !== this._chosen) continue;
      const at = point(...feature.geometry.coordinates);
      if (at.x < left - BEYOND || at.x > right + BEYOND) continue;
      if (at.y < top - BEYOND || at.y > bottom + BEYOND) continue;
      seen.push({ feature, at });
      if (seen.length === MOST) break;
    }
    return seen;
  }

  /** How wide a name is; a canvas knows without the page being laid out. */
  _width(name) {
    this._pen ??= this._newPen();
    if (!this._widths.has(name)) {
      this._widths.set(name, Math.ceil(this._pen.measureText(name).width));
    }
    return this._widths.get(name);
  }

  _newPen() {
    const probe = el("span", { class: "name", hidden: true });
    this._pane.append(probe);
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(probe);
    probe.remove();
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    return pen;
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
  _keep(planned) {
    const keys = new Set(planned.map(({ feature }) => keyOf(feature)));
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

function signBox({ x, y }, radius) {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

/** Signs need room too, and a name that had none is no reason to print it twice. */
function claimed(planned, signs) {
  return {
    boxes: planned.flatMap(({ box, room }, index) => (room ? [signs[index], box] : [signs[index]])),
    points: planned.map(({ feature: { name }, at: { x, y } }) => ({ x, y, name })),
  };
}
