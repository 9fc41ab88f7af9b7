/** The article's places as shapes on the map: drawn, named aloud, lifted and selected. */

import { Crowd, isPoints, pointCount } from "./crowd.js";
import { Figures, halo, pathsOf } from "./figures.js";
import { Hint } from "./hint.js";
import { Mass } from "./mass.js";
import { FINGER, byFinger, isFingertip, nearest } from "./near.js";
import { keyOf, largestFirst, spoken, strays } from "./shapes.js";

const { L } = window;

/** More points than this are printed on a canvas: SVG gets slow (explorer.md, 4). */
const SVG_LIMIT = 2000;
/** More shapes than this are no tab stops: the list is the way in. */
const TAB_LIMIT = 300;

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
    this._lifted = [];
    this._figures = new Figures();
    this._strengths = {};
    this._passed = null;
    this._selected = []; // what marks it, as an entry
    this._elements = new WeakMap(); // from element to entry
    this._hint = new Hint(leafletMap);
    this._all = L.featureGroup().addTo(leafletMap);
    this._hear();
    leafletMap.on("moveend", () => this._soften([...this._entries.values(), ...this._selected]));
    this._hearKeys(leafletMap.getContainer());
  }

  /** What the pointer does to shapes. */
  _hear() {
    this._all.on("click", (event) => {
      L.DomEvent.stop(event);
      const { entry } = event.layer;
      const above = this._above(event);
      this._told.select(above ?? entry.feature, above ? null : (event.layer.getElement?.() ?? null));
    });
    this._all.on("mouseover", ({ layer, latlng }) => this._hover(layer.entry.feature, latlng));
    this._all.on("mousemove", ({ layer, latlng }) => this._hint.show(layer.entry.feature, latlng));
    this._all.on("mouseout", () => this._hover(null));
    this._map.on("click", ({ containerPoint, originalEvent }) => {
      const least = this._mass && !byFinger(originalEvent) ? 0 : FINGER;
      const feature = this._signAt(containerPoint, least);
      if (feature) this._told.select(feature, null);
    });
    this._map.on("mousemove", ({ containerPoint, latlng }) => this._pass(containerPoint, latlng));
  }

  /** The sign that is meant by a touch on another shape: one beside it, if that is an area. */
  _above({ containerPoint, originalEvent, layer }) {
    const onArea = layer.options.pane === "areas" && byFinger(originalEvent);
    if (this._mass) return this._signAt(containerPoint, onArea ? FINGER : 0);
    if (!onArea || isFingertip(this._map, layer.getBounds())) return null;
    return this._signAt(containerPoint, FINGER);
  }

  /** The sign that is drawn at a point, or at most so far from it. */
  _signAt(containerPoint, least) {
    if (this._mass) return this._mass.at(containerPoint, least);
    return this._signs && nearest(this._map, this._signs, containerPoint, [least]);
  }

  /** The pointer goes over the mass, or leaves what it was over. */
  _pass(containerPoint, latlng) {
    if (!this._mass || this._map.dragging?.moving?.()) return;
    const feature = this._mass.at(containerPoint);
    if (feature !== this._passed) {
      this._hover(feature, latlng);
      this._map.getContainer().classList.toggle("map__over", feature !== null);
    } else if (feature) {
      this._hint.show(feature, latlng);
    }
    this._passed = feature;
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
    if (feature) this._hint.show(feature, where);
    else this._hint.hide();
    this._told.hover(feature?.place_id ?? null);
  }

  /**
   * What there is to do until these features are shown and no others, in parts of which
   * none takes long.
   *
   * @param {Object[]} features - each with a geometry.
   * @returns {(() => void)[]}
   */
  parts(features) {
    const points = features.filter(isPoints);
    const massed = pointCount(points) > SVG_LIMIT;
    const shapes = massed ? features.filter((feature) => !isPoints(feature)) : features;
    const sorted = shapes.toSorted(largestFirst);
    return [
      () => this._showMass(massed ? points : []),
      () => (this._signs = new Crowd(sorted.filter(isPoints), () => 0)),
      () => this._keep(new Set(shapes.map(keyOf))),
      ...sorted.map((feature) => () => this._add(feature, shapes.length)),
    ];
  }

  /** Where points are too many to be shapes, a mass takes them. */
  _showMass(points) {
    if (points.length) {
      this._mass ??= this._newMass();
      this._mass.show(points);
    } else {
      this._mass?.remove();
      this._mass = null;
    }
  }

  /** Take away every shape but these. */
  _keep(keys) {
    for (const [key, entry] of this._entries) {
      if (!keys.has(key)) this._all.removeLayer(entry.shape);
    }
    this._byPlace.clear();
    this._hint.hide();
  }

  _newMass() {
    const mass = new Mass().addTo(this._map);
    mass.fade(this._strengths);
    return mass;
  }

  /** A canvas must be told that colours have changed. */
  restyle() {
    this._mass?.dress();
  }

  /**
   * A canvas must be told how strongly each layer is drawn.
   *
   * @param {Object<string, number>} strengths - by layer, from 0 to 1; in full if not given.
   */
  fade(strengths) {
    this._strengths = strengths;
    this._mass?.fade(strengths);
  }

  /** @returns {Entry[]} all shapes that are drawn, and what marks the selected one. */
  entries() {
    return [...this._byPlace.values(), this._selected].flat();
  }

  /**
   * Mark one place as the selected one.
   *
   * @param {Object | null} feature
   */
  select(feature) {
    this._halo?.remove();
    this._halo = null;
    this._selected = [];
    if (!feature?.geometry) return;
    this._halo = halo(feature).addTo(this._map);
    this._selected = [{ feature, shape: this._halo }];
    this._soften(this._selected);
  }

  /**
   * Lift places out, as long as something points at them.
   *
   * @param {string[]} placeIds
   */
  point(placeIds) {
    this._mark(this._lifted, false);
    this._lifted = placeIds;
    this._mark(placeIds, true);
    this._rings?.remove();
    const massed = placeIds.flatMap((id) => this._mass?.of(id) ?? []);
    this._rings = massed.length ? L.layerGroup(massed.map((each) => this._figures.ring(each))) : null;
    this._rings?.addTo(this._map);
  }

  _mark(placeIds, on) {
    for (const id of placeIds) {
      for (const { shape } of this._byPlace.get(id) ?? []) mark(shape, "shape--lifted", on);
    }
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
    this._soften([entry]);
    this._open(entry, count <= TAB_LIMIT);
  }

  /** Leave out the outlines that stray too far from what the map shows now. */
  _soften(entries) {
    const seen = { lat: this._map.getCenter().lat, zoom: this._map.getZoom() };
    for (const { feature, shape } of entries) mark(shape, "shape--coarse", strays(feature, seen));
  }

  _draw(feature) {
    const entry = { feature, shape: this._figures.of(feature) };
    for (const path of pathsOf(entry.shape)) path.entry = entry;
    return entry;
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

function mark(shape, name, on) {
  for (const path of pathsOf(shape)) path.getElement?.()?.classList.toggle(name, on);
}
