/** Features as Leaflet draws them: areas, lines and signs, each in its own pane. */

import { SymbolMarker } from "./marker.js";
import { CORE, RINGS, bare, classOf, dashOf, fillOf, isPoint, radiusOf } from "./shapes.js";
import { symbolFor } from "./symbols.js";

const { L } = window;

const OUTLINE = 1.25;
const DASHES = "4 2.5";

/** Makes the layers of features; those of one pane share a renderer. */
export class Figures {
  constructor() {
    this._renderers = {};
  }

  /**
   * @param {Object} feature - with a geometry.
   * @returns {Object} a path, or a group of paths.
   */
  of(feature) {
    const symbol = symbolFor(feature);
    return isPoint(feature) ? this._marker(feature, symbol) : this._group(feature, symbol);
  }

  /** What lifts a feature out of a mass. */
  ring({ feature, radius }) {
    const options = { pane: "points", renderer: this._renderer("points"), interactive: false };
    return L.geoJSON(bare(feature), {
      pointToLayer: (_, where) =>
        L.circleMarker(where, { ...options, className: "shape__ring", radius: radius + 2, fill: false }),
    });
  }

  _renderer(pane) {
    this._renderers[pane] ??= L.svg({ pane, padding: 0.5 });
    return this._renderers[pane];
  }

  _group(feature, symbol) {
    const group = L.geoJSON(bare(feature), {
      style: ({ geometry }) => this._style(feature, symbol, geometry.type),
      pointToLayer: (_, where) => this._point(feature, symbol, where),
    });
    if (symbol === "railway") this._tie(group, feature);
    return group;
  }

  _marker(feature, symbol) {
    const [lon, lat] = feature.geometry.coordinates;
    const point = this._point(feature, symbol, [lat, lon]);
    return symbol === "about" ? L.featureGroup([this._about(feature, [lat, lon]), point]) : point;
  }

  /** A ring that says: somewhere from here on. */
  _about(feature, where) {
    return L.circleMarker(where, {
      pane: "points",
      renderer: this._renderer("points"),
      interactive: false,
      className: `shape shape--${feature.layer} shape__about`,
      radius: radiusOf(feature),
      fill: false,
      dashArray: DASHES,
    });
  }

  _style(feature, symbol, type) {
    if (type.endsWith("Point")) return {}; // has its style from _point
    const area = type.endsWith("Polygon") || type === "GeometryCollection";
    const pane = area ? "areas" : "lines";
    return {
      pane,
      renderer: this._renderer(pane),
      className: classOf(feature, symbol, area ? "area" : "line"),
      color: "currentColor", // as all else, by map.css
      weight: area ? 1.5 : 3,
      fillColor: area ? fillOf(symbol, feature.layer) : "currentColor",
      fillOpacity: 1,
      dashArray: dashOf(feature, symbol),
    };
  }

  _point(feature, symbol, where) {
    return new SymbolMarker(where, {
      pane: "points",
      renderer: this._renderer("points"),
      className: classOf(feature, symbol, "point"),
      symbol,
      radius: radiusOf(feature, symbol) * (symbol === "about" ? CORE : 1),
      weight: OUTLINE,
      fill: !RINGS.has(symbol),
      fillOpacity: 1,
      dashArray: symbol === "set" || symbol === "point" ? DASHES : null,
    });
  }

  /** A railway is a tied line: light sleepers on a dark line. */
  _tie(group, feature) {
    const ties = L.geoJSON(bare(feature), {
      interactive: false,
      style: {
        pane: "lines",
        renderer: this._renderer("lines"),
        className: "shape__ties",
        weight: 2,
        color: "#ffffff",
        dashArray: "7 7",
        lineCap: "butt",
      },
      filter: ({ geometry }) => geometry.type.endsWith("LineString"),
    });
    for (const path of ties.getLayers()) group.addLayer(path);
  }
}

/**
 * What marks a feature as the selected one.
 *
 * @param {Object} feature - with a geometry.
 * @returns {Object} a group of paths.
 */
export function halo(feature) {
  const renderer = L.svg({ pane: "selection", padding: 0.5 });
  const pane = { pane: "selection", renderer, interactive: false };
  return L.geoJSON(bare(feature), {
    interactive: false,
    style: { ...pane, className: "shape__halo", weight: 6, fill: false },
    pointToLayer: (_, where) =>
      L.circleMarker(where, {
        ...pane,
        className: "shape__halo shape__halo--point",
        radius: radiusOf(feature) + 6,
        weight: 0,
        fillOpacity: 1,
      }),
  });
}

/** The paths of a group and of the groups in it. */
export function pathsOf(layer) {
  return layer.getLayers ? layer.getLayers().flatMap(pathsOf) : [layer];
}
