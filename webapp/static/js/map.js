/** The map: the only module that speaks to Leaflet. */

import { basemapLayer } from "./basemap.js";
import { el } from "./elements.js";
import { withRoom } from "./labels.js";
import { readPosition } from "./state.js";
import {
  CORNERS,
  MANY,
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
/** From the bottom to the top. */
const PANES = ["areas", "selection", "lines", "points", "names"];
const PANE_BASE = 410;
const POINTS = new Set(["city", "port", "airport", "landmark", "government", "point"]);
const CLOSEST = 9;
const CLOSE = 8;
const NOTHING = Object.freeze({ left: 0, right: 0, bottom: 0 });

/** A point drawn with the sign of its kind. */
const SymbolMarker = L.CircleMarker.extend({
  _updatePath() {
    const { x, y } = this._point;
    const points = CORNERS[this.options.symbol];
    if (!points) {
      this._renderer._updateCircle(this);
    } else if (this._renderer._ctx) {
      polygonOnCanvas(this, points);
    } else {
      const at = points.map(([dx, dy]) => `${x + dx * this._radius},${y + dy * this._radius}`);
      this._renderer._setPath(this, `M${at.join("L")}Z`);
    }
  },
});

function polygonOnCanvas(marker, points) {
  const { _ctx: ctx, _drawing: drawing } = marker._renderer;
  if (!drawing || marker._empty()) return;
  const { x, y } = marker._point;
  ctx.beginPath();
  for (const [dx, dy] of points) ctx.lineTo(x + dx * marker._radius, y + dy * marker._radius);
  ctx.closePath();
  marker._renderer._fillStroke(ctx, marker);
}

/** The article's places on the map. */
export class ArticleMap {
  /**
   * @param {Object} leafletMap - made by folium's script.
   * @param {{url: string, max_zoom: number}} basemap
   * @param {string[]} names - that our labels show, so that the basemap need not.
   */
  constructor(leafletMap, basemap, names) {
    this._map = leafletMap;
    this._basemap = basemap;
    this._told = null;
    this._drawn = new Map();
    this._labels = new Map();
    this._taken = new Set(names);
    this._moving = window.matchMedia("(prefers-reduced-motion: no-preference)");
    this._describe();
    PANES.forEach((name, index) => {
      leafletMap.createPane(name).style.zIndex = PANE_BASE + 10 * index;
    });
    leafletMap.getPane("names").setAttribute("aria-hidden", "true");
    leafletMap.on("moveend", () => this._moved());
    new ResizeObserver(() => leafletMap.invalidateSize({ pan: false })).observe(
      leafletMap.getContainer(),
    );
  }

  /**
   * Tell what happens on the map.
   *
   * @param {{select: (feature: Object, opener: Element) => void,
   *   hover: (placeId: string | null) => void, move: (at: string) => void}} told
   */
  listen(told) {
    this._told = told;
  }

  _describe() {
    const container = this._map.getContainer();
    container.setAttribute("role", "application");
    container.setAttribute("aria-label", "Map of the article; arrow keys move it, plus and minus zoom");
    this._map.attributionControl.setPrefix("Leaflet");
  }

  /**
   * Draw the basemap anew.
   *
   * @param {"light" | "dark"} theme
   */
  dress(theme) {
    const before = this._tiles;
    this._tiles = basemapLayer(this._basemap, theme, this._taken, window.protomapsL);
    this._tiles.addTo(this._map);
    before?.remove();
  }

  /**
   * Credit sources at the foot of the map.
   *
   * @param {string[]} credits
   */
  credit(credits) {
    for (const credit of new Set(credits)) {
      this._map.attributionControl.addAttribution(escape(credit));
    }
  }

  /**
   * Show these features and no others.
   *
   * @param {Object[]} features - those to draw; without a geometry they are passed over.
   */
  show(features) {
    const located = features.filter((feature) => feature.geometry);
    this._choose(located.length);
    const keys = new Set(located.map(keyOf));
    for (const [key, group] of this._drawn) {
      if (!keys.has(key)) group.remove();
    }
    for (const feature of located.toSorted(largestFirst)) this._add(feature, located.length);
    this._name(located);
  }

  /** SVG shapes can be reached by keyboard; canvas is for masses. */
  _choose(count) {
    const kind = count > SVG_LIMIT ? "canvas" : "svg";
    if (this._kind === kind) return;
    for (const group of this._drawn.values()) group.remove();
    this._drawn.clear();
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
    const group = this._drawn.get(key) ?? this._draw(feature);
    group.feature = feature;
    this._drawn.set(key, group);
    if (!this._map.hasLayer(group)) group.addTo(this._map);
    if (this._kind === "svg") this._open(group, feature, count <= TAB_LIMIT);
  }

  _draw(feature) {
    const symbol = symbolOf(feature.layer, feature.kind);
    const group = L.geoJSON(bare(feature), {
      style: ({ geometry }) => this._style(feature, symbol, geometry.type),
      pointToLayer: (_, where) => this._point(feature, symbol, where),
    });
    if (symbol === "railway") this._tie(group, feature);
    group.on("click", (event) => {
      L.DomEvent.stop(event);
      this._told.select(group.feature, event.layer?.getElement?.() ?? null);
    });
    group.on("mouseover", () => this._told.hover(feature.place_id));
    group.on("mouseout", () => this._told.hover(null));
    group.bindTooltip(() => el("span", {}, group.feature.name), {
      sticky: true,
      direction: "top",
      className: "map__hint",
    });
    return group;
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
    return new SymbolMarker(where, {
      pane: "points",
      renderer: this._renderer("points"),
      className: classOf(feature, symbol, "point"),
      symbol,
      radius: radiusOf(feature, symbol),
      color: "#1b1b1b",
      fillColor: this._colour(feature.layer),
      weight: 1.25,
      fill: !RINGS.has(symbol),
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
    const probe = el("span", { class: `symbol--${layer}`, hidden: true });
    this._map.getContainer().append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }

  /** Make a shape a button with a name, for the keyboard and for screen readers. */
  _open(group, feature, tab) {
    let first = true;
    for (const path of pathsOf(group)) {
      const element = path.getElement?.();
      if (!element) continue;
      if (!first || !path.options.interactive) {
        element.setAttribute("aria-hidden", "true");
        continue;
      }
      first = false;
      element.setAttribute("role", "button");
      element.setAttribute("aria-label", spoken(feature));
      element.setAttribute("tabindex", tab ? "0" : "-1");
      element.dataset.place = feature.place_id;
      element.dataset.layer = feature.layer;
      if (element.dataset.open) continue;
      element.dataset.open = "true";
      element.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        this._told.select(group.feature, element);
      });
      element.addEventListener("focus", () => this._told.hover(feature.place_id));
      element.addEventListener("blur", () => this._told.hover(null));
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
    const renderer = L[this._kind ?? "svg"]({ pane: "selection", padding: 0.5 });
    this._halo = L.geoJSON(bare(feature), {
      interactive: false,
      style: { pane: "selection", renderer, className: "shape__halo", weight: 6, fill: false },
      pointToLayer: (_, where) =>
        L.circleMarker(where, {
          pane: "selection",
          renderer,
          interactive: false,
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
    for (const group of this._drawn.values()) {
      const lifted = placeId !== null && group.feature.place_id === placeId;
      for (const path of pathsOf(group)) {
        path.getElement?.()?.classList.toggle("shape--lifted", lifted);
      }
    }
    for (const [key, label] of this._labels) {
      label.classList.toggle("name--lifted", placeId !== null && key.endsWith(`/${placeId}`));
    }
  }

  /**
   * Bring a place into view; nothing moves if it is there already.
   *
   * @param {Object} feature
   * @param {{left: number, right: number, bottom: number}} [covered] - pixels of the map under other things.
   */
  reveal(feature, covered = NOTHING) {
    const bounds = boundsOf(feature);
    if (!bounds) return;
    const size = this._map.getSize();
    const corner = this._map.latLngToContainerPoint(bounds.getNorthWest());
    const other = this._map.latLngToContainerPoint(bounds.getSouthEast());
    const wide = other.x - corner.x > size.x || other.y - corner.y > size.y;
    const seen =
      corner.x >= covered.left + 20 &&
      other.x <= size.x - covered.right - 20 &&
      corner.y >= 20 &&
      other.y <= size.y - covered.bottom - 20;
    const small = Math.max(other.x - corner.x, other.y - corner.y) < 4 && !isPoint(feature);
    if ((seen && !small) || (wide && this._map.getBounds().intersects(bounds))) return;
    const near = Math.max(isPoint(feature) ? 5 : 3, Math.min(this._map.getZoom(), 7));
    this._fly(bounds, covered, small ? CLOSE : near);
  }

  /**
   * Show all of these places at once.
   *
   * @param {Object[]} features
   * @param {{left: number, right: number, bottom: number}} [covered] - pixels of the map under other things.
   */
  fit(features, covered = NOTHING) {
    const bounds = features.map(boundsOf).filter(Boolean);
    if (!bounds.length) return;
    const all = bounds.reduce((whole, part) => whole.extend(part), L.latLngBounds(bounds[0]));
    this._fly(all, covered, CLOSEST);
  }

  _fly(bounds, covered, maxZoom) {
    const options = {
      paddingTopLeft: [covered.left + 36, 36],
      paddingBottomRight: [covered.right + 36, covered.bottom + 36],
      maxZoom,
      duration: 0.25,
      animate: this._moving.matches,
    };
    this._map.fitBounds(bounds, options);
  }

  /**
   * Show what the map opens with: what the address says, or else where things happen.
   *
   * @param {string | null} at - "zoom/lat/lon".
   * @param {number[] | null} bbox - west, south, east, north.
   * @param {number} right - pixels of the map under the panel.
   */
  open(at, bbox, right) {
    if (readPosition(at)) {
      this.goTo(at);
    } else if (bbox) {
      const [west, south, east, north] = bbox;
      const bounds = [[south, west], [north, east < west ? east + 360 : east]];
      const options = { paddingTopLeft: [32, 32], paddingBottomRight: [right + 32, 48] };
      this._map.fitBounds(bounds, { ...options, maxZoom: CLOSEST - 1, animate: false });
    }
  }

  /**
   * Go where an address says.
   *
   * @param {string | null} at - "zoom/lat/lon".
   */
  goTo(at) {
    const position = readPosition(at);
    if (!position || at === this.at()) return;
    this._map.setView([position.lat, position.lon], position.zoom, { animate: false });
  }

  /** @returns {string} "zoom/lat/lon", as precise as a pixel. */
  at() {
    const zoom = this._map.getZoom();
    const { lat, lng } = this._map.getCenter().wrap();
    const digits = Math.max(0, Math.ceil((zoom * Math.LN2 + Math.log(256 / 360)) / Math.LN10));
    return [zoom, lat.toFixed(digits), lng.toFixed(digits)].join("/");
  }

  /** @returns {[number, number, number, number]} west, south, east, north. */
  bbox() {
    const bounds = this._map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  _moved() {
    this._place();
    this._told?.move(this.at());
  }

  /** Names beside the points; areas and lines are named by the text and the panel. */
  _name(features) {
    const named = features.filter(
      (feature) => isPoint(feature) && POINTS.has(symbolOf(feature.layer, feature.kind)),
    );
    const keys = new Set(named.map(keyOf));
    for (const [key, label] of this._labels) {
      if (keys.has(key)) continue;
      label.remove();
      this._labels.delete(key);
    }
    for (const feature of named.slice(0, SVG_LIMIT)) {
      const key = keyOf(feature);
      if (this._labels.has(key)) continue;
      const label = el("span", { class: `name name--${feature.layer}` }, feature.name);
      label.feature = feature;
      this._labels.set(key, label);
      this._map.getPane("names").append(label);
    }
    this._place();
  }

  _place() {
    const all = [...this._labels.values()];
    const crowd = all.filter((label) => label.feature.described).length > MANY;
    const few = crowd && this._map.getZoom() < CLOSE;
    const labels = all.filter((label) => !(few && label.feature.described));
    for (const label of all) label.hidden = true;
    const edge = this._map.containerPointToLayerPoint(this._map.getSize()).x;
    const boxes = labels.map((label) => {
      const [lng, lat] = label.feature.geometry.coordinates;
      const point = this._map.latLngToLayerPoint([lat, lng]);
      const gap = radiusOf(label.feature) + 4;
      label.hidden = false;
      const fits = point.x + gap + label.offsetWidth < edge;
      return {
        x: fits ? point.x + gap : point.x - gap - label.offsetWidth,
        y: point.y - 9,
        width: label.offsetWidth,
        height: 18,
        weight: label.feature.described ? 0 : label.feature.mentions.length,
      };
    });
    withRoom(boxes).forEach((room, index) => {
      L.DomUtil.setPosition(labels[index], L.point(boxes[index].x, boxes[index].y).round());
      labels[index].hidden = !room;
    });
  }
}

/** The paths of a group and of the groups in it. */
function pathsOf(layer) {
  return layer.getLayers ? layer.getLayers().flatMap(pathsOf) : [layer];
}

function boundsOf(feature) {
  const { bbox, geometry } = feature;
  if (!geometry) return null;
  if (!bbox) return L.geoJSON(geometry).getBounds();
  const [west, south, east, north] = bbox;
  return L.latLngBounds([south, west], [north, east < west ? east + 360 : east]);
}

/** Leaflet puts a credit into the page as markup. */
function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
