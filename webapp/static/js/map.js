/** The map: what of it is seen, and what lies on it. */

import { basemapLayer } from "./basemap.js";
import { Drawing } from "./drawing.js";
import { t } from "./messages.js";
import { Names } from "./names.js";
import { pick } from "./pick.js";
import { isPoint } from "./shapes.js";
import { readPosition } from "./state.js";
import { isStale } from "./yielding.js";

const { L } = window;

/** From the bottom to the top. */
const PANES = ["areas", "selection", "lines", "points", "names"];
const PANE_BASE = 410;
/** Pixels that stay free around what is brought into view. */
const MARGIN = 36;
const CLOSEST = 9;
const CLOSE = 8;
/** From here a place is seen with what lies around it. */
const WIDE = 5;
/** From here on areas are refined in the first view, too; before, in one that is closer. */
const REFINED = 6;
const PREVIEW = Object.freeze({ className: "preview", radius: 14, interactive: false });
/** The basemap's labels wait until ours have settled, in milliseconds. */
const SETTLED = 100;
const NOTHING = Object.freeze({ left: 0, top: 0, right: 0, bottom: 0 });

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
    this._claims = { names: new Set(names), at: (zoom) => this._names.claims(zoom) };
    this._moving = window.matchMedia("(prefers-reduced-motion: no-preference)");
    this._describe();
    PANES.forEach((name, index) => {
      leafletMap.createPane(name).style.zIndex = PANE_BASE + 10 * index;
    });
    this._drawing = new Drawing(leafletMap, {
      select: (feature, opener) => this._told?.select(feature, opener),
      hover: (placeId) => this._told?.hover(placeId),
    });
    this._names = new Names(leafletMap.getPane("names"), () => this._view());
    leafletMap.on("moveend", () => this._moved());
    leafletMap.on("zoomanim", ({ center, zoom }) => this._names.foresee(this._view(center, zoom)));
    new ResizeObserver(() => leafletMap.invalidateSize({ animate: false })).observe(
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
    container.setAttribute("aria-label", t("Map of the article; arrow keys move it, plus and minus zoom"));
    this._map.attributionControl.setPrefix("Leaflet");
    name(container.querySelector(".leaflet-control-zoom-in"), t("Zoom in"));
    name(container.querySelector(".leaflet-control-zoom-out"), t("Zoom out"));
  }

  /**
   * Draw the basemap anew.
   *
   * @param {"light" | "dark"} theme
   */
  dress(theme) {
    if (this._basemap.tiles && this._tiles) return; // pictures have one theme
    const before = this._tiles;
    this._tiles = this._basemap.tiles
      ? L.tileLayer(this._basemap.tiles, { referrerPolicy: "origin" })
      : basemapLayer(this._basemap, theme, this._claims, window.protomapsL);
    this._tiles.addTo(this._map);
    before?.remove();
    this._drawing.restyle();
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
   * What there is to do until these features are shown and no others.
   *
   * @param {Object[]} features - each with a geometry.
   * @returns {(() => void)[]}
   */
  parts(features) {
    return [...this._drawing.parts(features), () => this._look()];
  }

  /**
   * From now on, draw large areas as fine as the map shows them.
   *
   * @param {string} url - that gives them.
   */
  refine(url) {
    const least = Math.min(REFINED, this._map.getZoom() + 1);
    this._refined = { url, least };
    this._look();
  }

  /** Look for what is too coarse; what that takes is loaded once the map is close. */
  async _look() {
    if (!this._refined || (!this._finer && this._map.getZoom() < this._refined.least)) return;
    const loaded = await import("./finer.js").catch(() => null);
    if (!loaded) return; // the next move tries again
    this._finer ??= new loaded.Finer(this._refined.url, this._drawing, () => this._seen());
    this._finer.look();
  }

  /** Where the map is, in the world of -180 to 180 degrees, and how close. */
  _seen() {
    const [west, south, east, north] = this.bbox();
    const box = [Math.max(-180, west), south, Math.min(180, east), north];
    return { lat: this._map.getCenter().lat, zoom: this._map.getZoom(), box };
  }

  /**
   * Write the names of these features beside them.
   *
   * @param {Object[]} features - each with a geometry.
   */
  name(features) {
    const before = this._claims.at(this._map.getZoom());
    this._names.show(features);
    this._claims.names.clear(); // by now each label claims its own room
    this._clear(before);
  }

  /** Have the basemap's labels laid out anew where they stand in the way, or may come back. */
  _clear(before = null) {
    this._before ??= before;
    clearTimeout(this._clearing);
    this._clearing = setTimeout(() => {
      const zoom = this._map.getZoom();
      const index = this._tiles?.labelers?.getIndex(zoom); // pictures of tiles have none
      const left = this._before;
      this._before = null;
      if (!index || !isStale(index, this._claims.at(zoom), left)) return;
      this._tiles.clearLayout();
      this._tiles.rerenderTiles();
    }, SETTLED);
  }

  /**
   * Draw each layer as strongly as it shall be.
   *
   * @param {Object<string, number>} strengths - by layer, from 0 to 1.
   */
  fade(strengths) {
    this._drawing.fade(strengths);
  }

  /**
   * Mark one place as the selected one.
   *
   * @param {Object | null} feature
   */
  select(feature) {
    this._drawing.select(feature);
    const before = this._claims.at(this._map.getZoom());
    this._names.choose(feature?.place_id ?? null);
    this._clear(before);
    this._look();
  }

  /**
   * Lift places out, as long as something points at them.
   *
   * @param {string[]} placeIds
   */
  point(placeIds) {
    this._drawing.point(placeIds);
    this._names.point(placeIds);
  }

  /**
   * Bring a place into view; nothing moves if it is there already.
   *
   * @param {Object} feature
   * @param {{left: number, top: number, right: number, bottom: number}} [covered] - pixels of the
   *   map under other things.
   * @param {number} [least] - zoom from which a point counts as seen.
   */
  reveal(feature, covered = NOTHING, least = 0) {
    const bounds = boundsOf(feature);
    if (!bounds) return;
    const size = this._map.getSize();
    const corner = this._map.latLngToContainerPoint(bounds.getNorthWest());
    const other = this._map.latLngToContainerPoint(bounds.getSouthEast());
    const wide = other.x - corner.x > size.x || other.y - corner.y > size.y;
    const far = isPoint(feature) && this._map.getZoom() < least;
    const seen =
      !far &&
      corner.x >= covered.left + 20 &&
      other.x <= size.x - covered.right - 20 &&
      corner.y >= covered.top + 20 &&
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
   * @param {{left: number, top: number, right: number, bottom: number}} [covered] - pixels of the
   *   map under other things.
   * @param {number} [closest] - zoom.
   */
  fit(features, covered = NOTHING, closest = CLOSEST) {
    const bounds = features.map(boundsOf).filter(Boolean);
    if (!bounds.length) return;
    const all = bounds.reduce((whole, part) => whole.extend(part), L.latLngBounds(bounds[0]));
    this._fly(all, covered, closest);
  }

  /**
   * Show these places without going closer.
   *
   * @param {Object[]} features
   * @param {{left: number, top: number, right: number, bottom: number}} covered
   */
  turnTo(features, covered) {
    this.fit(features, covered, this._map.getZoom());
  }

  /**
   * Whether a part of the world can be seen at once.
   *
   * @param {[number, number, number, number]} bbox - west, south, east, north.
   * @param {{left: number, top: number, right: number, bottom: number}} [covered] - pixels of the
   *   map under other things.
   * @returns {boolean}
   */
  holds([west, south, east, north], covered = NOTHING) {
    const size = this._map.getSize();
    const least = this._map.getMinZoom();
    const [corner, other] = [[north, west], [south, east]].map((at) => this._map.project(at, least));
    return (
      other.x - corner.x <= size.x - covered.left - covered.right &&
      other.y - corner.y <= size.y - covered.top - covered.bottom
    );
  }

  /**
   * Show where a place would lie, as long as it is thought of.
   *
   * @param {{lon: number, lat: number} | null} spot
   * @param {{left: number, top: number, right: number, bottom: number}} [covered] - pixels of the
   *   map under other things.
   */
  preview(spot, covered = NOTHING) {
    this._preview?.remove();
    this._preview = null;
    if (typeof spot?.lat !== "number") return;
    const at = L.latLng(spot.lat, spot.lon);
    const { x, y } = this._map.getSize();
    const free = L.bounds([covered.left, covered.top], [x - covered.right, y - covered.bottom]);
    this._preview = L.circleMarker(at, { ...PREVIEW, pane: "names" }).addTo(this._map);
    if (free.contains(this._map.latLngToContainerPoint(at))) return;
    this._fly(at.toBounds(1), covered, Math.min(this._map.getZoom(), WIDE));
  }

  /**
   * Let a person point to a place.
   *
   * @returns {Promise<[number, number] | null>} longitude and latitude; null if they leave it.
   */
  pick() {
    return pick(this._map);
  }

  _fly(bounds, covered, maxZoom) {
    const options = {
      paddingTopLeft: [covered.left + MARGIN, covered.top + MARGIN],
      paddingBottomRight: [covered.right + MARGIN, covered.bottom + MARGIN],
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
    this._names.place();
    this._clear();
    this._look();
    this._told?.move(this.at());
  }

  /** What of the map is seen, or is about to be. */
  _view(center = this._map.getCenter(), zoom = this._map.getZoom()) {
    const { x: width, y: height } = this._map.getSize();
    const { x, y } = this._map.project(center, zoom);
    const [left, top] = [x - width / 2, y - height / 2];
    return {
      zoom,
      left,
      top,
      right: left + width,
      bottom: top + height,
      origin: this._map.getPixelOrigin(),
      point: (lon, lat) => this._map.project([lat, lon], zoom),
    };
  }
}

function boundsOf(feature) {
  const { bbox, geometry } = feature;
  if (!geometry) return null;
  if (!bbox) return L.geoJSON(geometry).getBounds();
  const [west, south, east, north] = bbox;
  return L.latLngBounds([south, west], [north, east < west ? east + 360 : east]);
}

/** What a button of Leaflet's says to those who cannot see its sign. */
function name(button, words) {
  button?.setAttribute("title", words);
  button?.setAttribute("aria-label", words);
}

/** Leaflet puts a credit into the page as markup. */
function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
