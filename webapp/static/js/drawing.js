/** The article's places as shapes on the map: drawn, named aloud, lifted and selected. */

import { el } from "./elements.js";
import { Hint } from "./hint.js";
import { SymbolMarker } from "./marker.js";
import {
  RINGS,
  bare,
  classOf,
  dashOf,
  fillOf,
  isPoint,
  keyOf,
  largestFirst,
  radiusOf,
  spoken,
} from "./shapes.js";
import { symbolOf } from "./symbols.js";

const { L } = window;

/** More shapes than this are drawn on a canvas: SVG gets slow (explorer.md, 4). */
const SVG_LIMIT = 2000;
/** More shapes than this are no tab stops: the list is the way in. */
const TAB_LIMIT = 300;
const OUTLINE = 1.25;
/** In a mass each is smaller, so that more of them can be told apart. */
const MASS = 0.65;
const LIFTED = 4;

/**
 * @typedef {Object} Entry - one drawn feature.
 * @property {Object} feature - as it is shown now.
 * @property {Object} shape - Leaflet's layer: a path, or a group of paths.
 */

/** Everything that is drawn of an article. */
export class Drawing {
  /**
   * @param {Object} leafletMap
   * @param {{select: (feature: Object, opener: Element | null) => void,
   *   hover: (placeId: string | null) => void}} told
   */
  constructor(leafletMap, told) {
    this._map = leafletMap;
    this._told = told;
    this._entries = new Map();
    this._byPlace = new Map();
    this._colours = new Map();
    this._lifted = null;
    this._elements = new WeakMap(); // from element to entry
    this._hint = new Hint(leafletMap);
    this._all = L.featureGroup().addTo(leafletMap);
    this._hear();
    this._hearKeys(leafletMap.getContainer());
  }

  /** What the pointer does to shapes. */
  _hear() {
    this._all.on("click", (event) => {
      L.DomEvent.stop(event);
      const path = event.layer;
      this._told.select(path.entry.feature, path.getElement?.() ?? null);
    });
    this._all.on("mouseover", ({ layer, latlng }) => this._hover(layer.entry.feature, latlng));
    this._all.on("mousemove", ({ layer, latlng }) => this._hint.show(layer.entry.feature.name, latlng));
    this._all.on("mouseout", () => this._hover(null));
  }

  /** What the keyboard does to them: the map listens for all. */
  _hearKeys(container) {
    const entryOf = ({ target }) => this._elements.get(target);
    container.addEventListener("keydown", (event) => {
      const entry = entryOf(event);
      if (!entry || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      event.stopPropagation();
      this._told.select(entry.feature, event.target);
    });
    container.addEventListener("focusin", (event) => {
      const entry = entryOf(event);
      if (entry) this._hover(entry.feature, centreOf(entry.shape));
    });
    container.addEventListener("focusout", (event) => {
      if (entryOf(event)) this._hover(null);
    });
  }

  /** Say what is pointed at, if anything is. */
  _hover(feature, where) {
    if (feature) this._hint.show(feature.name, where);
    else this._hint.hide();
    this._told.hover(feature?.place_id ?? null);
  }

  /**
   * Show these features and no others.
   *
   * @param {Object[]} features - each with a geometry.
   */
  show(features) {
    this._choose(features.length);
    const keys = new Set(features.map(keyOf));
    for (const [key, entry] of this._entries) {
      if (!keys.has(key)) this._all.removeLayer(entry.shape);
    }
    this._byPlace.clear();
    this._hint.hide();
    for (const feature of features.toSorted(largestFirst)) this._add(feature, features.length);
  }

  /** A canvas must be told that colours have changed. */
  restyle() {
    if (this._kind !== "canvas") return;
    this._colours.clear();
    for (const { feature, shape } of this._entries.values()) {
      const colour = this._colour(feature.layer);
      for (const path of pathsOf(shape)) {
        const edge = path instanceof SymbolMarker && path.options.fill ? {} : { color: colour };
        path.setStyle({ fillColor: colour, ...edge });
      }
    }
  }

  /**
   * Mark one place as the selected one.
   *
   * @param {Object | null} feature
   */
  select(feature) {
    this._halo?.remove();
    this._halo = null;
    if (!feature?.geometry) return;
    const renderer = L.svg({ pane: "selection", padding: 0.5 });
    const pane = { pane: "selection", renderer, interactive: false };
    this._halo = L.geoJSON(bare(feature), {
      interactive: false,
      style: { ...pane, className: "shape__halo", weight: 6, fill: false },
      pointToLayer: (_, where) =>
        L.circleMarker(where, {
          ...pane,
          className: "shape__halo shape__halo--point",
          radius: radiusOf(feature, symbolOf(feature.layer, feature.kind)) + 6,
          weight: 0,
          fillOpacity: 1,
        }),
    }).addTo(this._map);
  }

  /**
   * Lift one place out, as long as something points at it.
   *
   * @param {string | null} placeId
   */
  point(placeId) {
    this._lift(this._lifted, false);
    this._lifted = placeId;
    this._lift(placeId, true);
  }

  _lift(placeId, on) {
    for (const { shape } of this._byPlace.get(placeId) ?? []) {
      for (const path of pathsOf(shape)) {
        const element = path.getElement?.();
        if (element) element.classList.toggle("shape--lifted", on);
        else if (path instanceof SymbolMarker) path.setStyle({ weight: on ? LIFTED : OUTLINE });
      }
    }
  }

  /** SVG shapes can be reached by keyboard; canvas is for masses. */
  _choose(count) {
    const kind = count > SVG_LIMIT ? "canvas" : "svg";
    if (this._kind === kind) return;
    this._all.clearLayers();
    this._entries.clear();
    this._kind = kind;
    this._renderers = {};
  }

  _renderer(pane) {
    // One canvas for all panes: an upper one would catch what is meant for a lower.
    const name = this._kind === "canvas" ? "points" : pane;
    this._renderers[name] ??= L[this._kind]({ pane: name, padding: 0.5, tolerance: 8 });
    return this._renderers[name];
  }

  _add(feature, count) {
    const key = keyOf(feature);
    const entry = this._entries.get(key) ?? this._draw(feature);
    entry.feature = feature;
    this._entries.set(key, entry);
    const same = this._byPlace.get(feature.place_id);
    if (same) same.push(entry);
    else this._byPlace.set(feature.place_id, [entry]);
    if (!this._map.hasLayer(entry.shape)) this._all.addLayer(entry.shape);
    if (this._kind === "svg") this._open(entry, count <= TAB_LIMIT);
  }

  _draw(feature) {
    const symbol = symbolOf(feature.layer, feature.kind);
    const shape = isPoint(feature) ? this._marker(feature, symbol) : this._group(feature, symbol);
    const entry = { feature, shape };
    for (const path of pathsOf(shape)) path.entry = entry;
    return entry;
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
    return this._point(feature, symbol, [lat, lon]);
  }

  _style(feature, symbol, type) {
    if (type.endsWith("Point")) return {}; // has its style from _point
    const area = type.endsWith("Polygon") || type === "GeometryCollection";
    const pane = area ? "areas" : "lines";
    const colour = this._colour(feature.layer);
    return {
      pane,
      renderer: this._renderer(pane),
      className: classOf(feature, symbol, area ? "area" : "line"),
      color: colour,
      weight: area ? 1.5 : 3,
      fillColor: area && this._kind === "svg" ? fillOf(symbol, feature.layer) : colour,
      fillOpacity: this._kind === "svg" ? 1 : 0.15,
      dashArray: dashOf(feature, symbol),
    };
  }

  _point(feature, symbol, where) {
    const ring = RINGS.has(symbol);
    const colour = this._colour(feature.layer);
    return new SymbolMarker(where, {
      pane: "points",
      renderer: this._renderer("points"),
      className: classOf(feature, symbol, "point"),
      symbol,
      radius: radiusOf(feature, symbol) * (this._kind === "canvas" ? MASS : 1),
      color: ring && this._kind === "canvas" ? colour : "#1b1b1b",
      fillColor: colour,
      weight: OUTLINE,
      fill: !ring,
      fillOpacity: 1,
      dashArray: symbol === "set" || symbol === "point" ? "4 2.5" : null,
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

  /** SVG gets its colours from map.css; a canvas must be told. */
  _colour(layer) {
    if (this._kind === "svg") return "currentColor";
    if (!this._colours.has(layer)) {
      const probe = el("span", { class: `symbol--${layer}`, hidden: true });
      this._map.getContainer().append(probe);
      this._colours.set(layer, getComputedStyle(probe).color);
      probe.remove();
    }
    return this._colours.get(layer);
  }

  /** Make a shape a button with a name, for the keyboard and for screen readers. */
  _open(entry, tab) {
    const { feature } = entry;
    const paths = pathsOf(entry.shape).filter((path) => path.getElement?.());
    const chosen = paths.find((path) => path.options.interactive);
    for (const path of paths) {
      if (path !== chosen) path.getElement().setAttribute("aria-hidden", "true");
    }
    const element = chosen?.getElement();
    if (!element) return;
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", spoken(feature));
    element.setAttribute("tabindex", tab ? "0" : "-1");
    element.dataset.place = feature.place_id;
    element.dataset.layer = feature.layer;
    this._elements.set(element, entry);
  }
}

/** Where a shape is named when the keyboard is on it. */
function centreOf(shape) {
  return shape.getLatLng ? shape.getLatLng() : shape.getBounds().getCenter();
}

/** The paths of a group and of the groups in it. */
function pathsOf(layer) {
  return layer.getLayers ? layer.getLayers().flatMap(pathsOf) : [layer];
}
