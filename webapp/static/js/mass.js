/** More points than can each be a shape of their own: printed on one canvas. */

import { Crowd } from "./crowd.js";
import { el } from "./elements.js";
import { nearest } from "./near.js";
import { radiusOf } from "./shapes.js";
import { print, stampOf } from "./stamp.js";
import { symbolFor } from "./symbols.js";

const { L } = window;

/** In a mass each is smaller, so that more of them can be told apart. */
const SMALLER = 0.65;
/** A pointer may miss what is small. */
const TOLERANCE = 8;
const WORLD = 256;

/** A renderer of Leaflet that draws features by itself. */
export const Mass = L.Renderer.extend({
  options: { pane: "points", padding: 0.2 },

  initialize(options) {
    L.Renderer.prototype.initialize.call(this, options);
    this._styles = new Map(); // from key to style, in the order of their numbers
    this._strengths = {};
    this.show([]);
  },

  /**
   * Show these features and no others.
   *
   * @param {Object[]} features - of points.
   */
  show(features) {
    this._crowd = new Crowd(features, (feature) => this._styleOf(feature));
    this._print();
  },

  /**
   * @param {Object<string, number>} strengths - by layer, from 0 to 1; in full if not given.
   */
  fade(strengths) {
    this._strengths = strengths;
    this.dress();
  },

  /** Colours have changed. */
  dress() {
    for (const style of this._styles.values()) style.stamp = null;
    this._print();
  },

  /**
   * @param {{x: number, y: number}} point - in pixels of the map's container.
   * @param {number} [least] - from so far every feature is hit, in pixels.
   * @returns {Object | null} the feature that is drawn there.
   */
  at(point, least = 0) {
    const styles = [...this._styles.values()];
    const reach = styles.map(({ radius }) => Math.max(radius + TOLERANCE, least));
    return nearest(this._map, this._crowd, point, reach);
  },

  /**
   * @param {string | null} placeId
   * @returns {{feature: Object, radius: number}[]} what is drawn of a place, and how large.
   */
  of(placeId) {
    const styles = [...this._styles.values()];
    return this._crowd
      .of(placeId)
      .map((feature) => ({ feature, radius: styles[this._styleOf(feature)].radius }));
  },

  _styleOf(feature) {
    const { layer } = feature;
    const symbol = symbolFor(feature);
    const radius = radiusOf(feature, symbol) * SMALLER;
    const key = `${layer} ${symbol} ${radius}`;
    if (!this._styles.has(key)) {
      this._styles.set(key, { number: this._styles.size, layer, symbol, radius, stamp: null });
    }
    return this._styles.get(key).number;
  },

  _scale() {
    return this._map.options.crs.scale(this._map.getZoom()) / WORLD;
  },

  _initContainer() {
    this._container = el("canvas", { class: "mass", "aria-hidden": "true" });
    this._pen = this._container.getContext("2d");
  },

  _destroyContainer() {
    this._container.remove();
    this._container = null;
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const { x: width, y: height } = this._bounds.getSize();
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this._ratio = window.devicePixelRatio || 1;
    this._container.style.width = `${width}px`;
    this._container.style.height = `${height}px`;
    this._container.width = Math.round(width * this._ratio);
    this._container.height = Math.round(height * this._ratio);
    this._print();
  },

  /** Canvases print pictures one by one, which takes ten times as long. */
  _print() {
    if (!this._container || !this._bounds) return;
    const { width, height } = this._container;
    const image = this._pen.createImageData(width, height);
    const paper = new Uint32Array(image.data.buffer);
    const corner = this._map.getPixelOrigin().add(this._bounds.min);
    const [scale, left, top] = [this._scale(), corner.x, corner.y].map((each) => each * this._ratio);
    const stamps = [...this._styles.values()].map((style) => (style.stamp ??= this._stamp(style)));
    const { x, y, style, length } = this._crowd;
    for (let number = 0; number < length; number += 1) {
      const stamp = stamps[style[number]];
      const across = Math.round(x[number] * scale - left);
      const down = Math.round(y[number] * scale - top);
      const near = across > -stamp.reach && across < width + stamp.reach;
      if (near && down > -stamp.reach && down < height + stamp.reach) {
        print(paper, width, height, across, down, stamp);
      }
    }
    this._pen.putImageData(image, 0, 0);
  },

  _stamp({ symbol, radius, layer }) {
    const probe = el("span", { class: `shape shape--point shape--${layer}`, hidden: true });
    this._container.parentNode.append(probe);
    const { color, stroke } = getComputedStyle(probe);
    probe.remove();
    const strength = this._strengths[layer] ?? 1;
    return stampOf({ symbol, radius, fill: color, edge: stroke, strength }, this._ratio);
  },
});
