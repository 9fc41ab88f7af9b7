/** Many points as plain numbers: where they lie, whose they are, and how each is drawn. */

const WORLD = 256;
const EDGE = 85.0511287798;

/**
 * A position in pixels of a world that is 256 pixels wide: Web Mercator at zoom 0.
 *
 * @param {number} lon
 * @param {number} lat
 * @returns {[number, number]}
 */
export function mercator(lon, lat) {
  const sine = Math.sin((Math.max(-EDGE, Math.min(EDGE, lat)) * Math.PI) / 180);
  const north = Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return [WORLD * (lon / 360 + 0.5), WORLD * (0.5 - north)];
}

/**
 * @param {Object} feature
 * @returns {boolean} is it drawn as points and nothing else?
 */
export function isPoints({ geometry }) {
  return geometry?.type === "Point" || geometry?.type === "MultiPoint";
}

/**
 * @param {Object[]} features - of points.
 * @returns {number} of points.
 */
export function pointCount(features) {
  return features.reduce((sum, { geometry }) => sum + positionsOf(geometry).length, 0);
}

function positionsOf({ type, coordinates }) {
  return type === "Point" ? [coordinates] : coordinates;
}

/** The points of features, in the order in which they are drawn. */
export class Crowd {
  /**
   * @param {Object[]} features - each of one point, or of many.
   * @param {(feature: Object) => number} styleOf - the number of a style.
   */
  constructor(features, styleOf) {
    const count = pointCount(features);
    this.x = new Float64Array(count);
    this.y = new Float64Array(count);
    this.style = new Uint16Array(count);
    this._owner = new Uint32Array(count);
    this._features = features;
    this.length = 0;
    features.forEach((feature, owner) => this._add(feature, owner, styleOf(feature)));
  }

  _add({ geometry }, owner, style) {
    for (const [lon, lat] of positionsOf(geometry)) {
      const number = this.length;
      [this.x[number], this.y[number]] = mercator(lon, lat);
      this.style[number] = style;
      this._owner[number] = owner;
      this.length += 1;
    }
  }

  /**
   * The feature whose point lies nearest; of two as near, the one on top.
   *
   * @param {number} x - in pixels at that scale.
   * @param {number} y
   * @param {number} scale - how often the world of zoom 0 goes into it.
   * @param {number[]} reach - by style, from how far its points are hit, in pixels.
   * @returns {Object | null}
   */
  nearest(x, y, scale, reach) {
    let [found, least] = [-1, Infinity];
    for (let number = 0; number < this.length; number += 1) {
      const [right, down] = [this.x[number] * scale - x, this.y[number] * scale - y];
      const far = right * right + down * down;
      if (far > least || far > reach[this.style[number]] ** 2) continue;
      [found, least] = [number, far];
    }
    return found < 0 ? null : this._features[this._owner[found]];
  }

  /**
   * @param {string | null} placeId
   * @returns {Object[]} the features of a place.
   */
  of(placeId) {
    return placeId === null ? [] : this._features.filter((feature) => feature.place_id === placeId);
  }
}
