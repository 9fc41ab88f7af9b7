/** Finer outlines of what is too coarse where the map is: asked for, and swapped in. */

import { geometryOf, kmPerPixel } from "./geometry.js";

/** An outline that may stray by no more pixels than this is fine enough. */
const LEAST_STRAY = 2;
/** What is asked for around the view, as a share of it: so far the map can be moved in peace. */
const AROUND = 0.5;
/** The map rests for so long before anything is asked for, in milliseconds. */
const SETTLED = 150;
const POLE = 85;
const AREAS = new Set(["Polygon", "MultiPolygon"]);
/** So far seas stray from the shore, finely as they may be drawn, in kilometres. */
const SHORE_KM = 2;

/**
 * @typedef {[number, number, number, number]} Box - west, south, east, north.
 * @typedef {{lat: number, zoom: number, box: Box}} View
 */

/** Keeps the areas that are drawn as fine as the view needs them. */
export class Finer {
  /**
   * @param {string} url - gives areas as fine as a view shows them.
   * @param {{entries: () => import("./drawing.js").Entry[]}} drawing
   * @param {() => View} view - what is seen now.
   */
  constructor(url, drawing, view) {
    this._url = url;
    this._drawing = drawing;
    this._view = view;
    this._known = new Map(); // from the id of a place to its geometry, if it is there, and the view that is for
    this._shown = new WeakMap(); // from a path to the geometry it has been given
    this._asking = new AbortController();
  }

  /** What is known is shown at once; more is asked for when the map rests. */
  look() {
    this._show();
    clearTimeout(this._waiting);
    this._waiting = setTimeout(() => this._look(), SETTLED);
  }

  /** The areas that are drawn; what is known to some kilometres by its point alone is none. */
  _areas() {
    return this._drawing.entries().filter(({ feature }) => AREAS.has(feature.geometry.type) && !feature.point);
  }

  /** Draw every area as finely as it is known; its element stays as it is. */
  _show() {
    for (const { feature, shape } of this._areas()) {
      const [path] = shape.getLayers();
      const finer = this._known.get(feature.place_id)?.geometry;
      const geometry = finer ?? feature.geometry;
      if ((this._shown.get(path) ?? feature.geometry) !== geometry) path.setLatLngs(turned(geometry.coordinates));
      this._shown.set(path, geometry);
      path.getElement()?.classList.toggle("shape--fine", Boolean(finer));
    }
  }

  _look() {
    this._asking.abort();
    const view = this._view();
    const [coarse, wanted] = [new Set(), new Set()];
    for (const { feature } of this._areas()) {
      if (!isCoarse(feature, view)) continue;
      coarse.add(feature.place_id);
      if (!serves(this._known.get(feature.place_id), view)) wanted.add(feature.place_id);
    }
    for (const id of this._known.keys()) if (!coarse.has(id)) this._known.delete(id);
    this._show();
    if (wanted.size) this._ask([...wanted], view);
  }

  /** What cannot be had is drawn as it is: the map is none the worse for it. */
  async _ask(ids, { zoom, box }) {
    const asking = (this._asking = new AbortController());
    const around = widened(box, AROUND);
    const query = new URLSearchParams([["bbox", around.join()], ["zoom", zoom], ...ids.map((id) => ["place", id])]);
    try {
      const answer = await fetch(`${this._url}?${query}`, { signal: asking.signal });
      const { shapes } = await answer.json();
      if (asking.signal.aborted) return;
      for (const id of ids) {
        this._known.set(id, { zoom, box: around, geometry: geometryOf({ shape: shapes[id] }) });
      }
      this._show();
    } catch {
      // The next move of the map asks again.
    }
  }
}

/** Positions as Leaflet has them, latitude first. */
function turned(coordinates) {
  if (typeof coordinates[0] !== "number") return coordinates.map(turned);
  return [coordinates[1], coordinates[0]];
}

/**
 * Would a reader see that an outline is too coarse?
 *
 * @param {import("./filters.js").Feature} feature
 * @param {View} view
 * @returns {boolean}
 */
export function isCoarse(feature, view) {
  const [west, south, east, north] = view.box;
  const { kind, precision_km: precision } = feature;
  const far = kind === "sea" ? Math.max(SHORE_KM, precision) : precision;
  if (west >= east || far <= LEAST_STRAY * kmPerPixel(view)) return false;
  const [left, bottom, right, top] = feature.bbox;
  const beside = left <= right && (left > east || right < west); // else it crosses 180 degrees
  return !beside && bottom <= north && top >= south;
}

/**
 * Is what is known as fine as a view needs it?
 *
 * @param {{zoom: number, box: Box} | undefined} known
 * @param {View} view
 * @returns {boolean}
 */
export function serves(known, { zoom, box }) {
  if (!known) return false;
  const [west, south, east, north] = known.box;
  const holds = west <= box[0] && south <= box[1] && east >= box[2] && north >= box[3];
  return holds && known.zoom >= zoom;
}

/**
 * A box with some of what lies around it, in the world of -180 to 180 degrees.
 *
 * @param {Box} box
 * @param {number} share - of its width and height, on each side.
 * @returns {Box}
 */
export function widened([west, south, east, north], share) {
  const [aside, up] = [(east - west) * share, (north - south) * share];
  return [
    Math.max(-180, west - aside),
    Math.max(-POLE, south - up),
    Math.min(180, east + aside),
    Math.min(POLE, north + up),
  ];
}
