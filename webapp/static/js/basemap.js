/** The basemap: calm paper and sea by day, a night chart by night. */

import { readJson } from "./source.js";
import { CoveringSource, MemoryTiles, PatientSource } from "./tiles.js";
import { shifting, yielding } from "./yielding.js";

const SANS = "system-ui, 'Noto Sans', 'Noto Sans CJK KR', sans-serif";
const SERIF = "Charter, 'Bitstream Charter', Georgia, 'Noto Serif', serif";

const COLOURS = {
  light: {
    sea: "#cfe3ee",
    land: "#f4f1ea",
    lake: "#cfe3ee",
    river: "#a3c6d9",
    coast: "#a9c3d2",
    border: "#a79f92",
    province: "#d8d1c4",
    country: "#8a8376",
    region: "#9d968a",
    city: "#6d675d",
    water: "#5c88a3",
    halo: "#f4f1ea",
    waterHalo: "#cfe3ee",
  },
  dark: {
    sea: "#0f1c28",
    land: "#1d2932",
    lake: "#0f1c28",
    river: "#2a4b60",
    coast: "#35505f",
    border: "#5c6a72",
    province: "#2b3942",
    country: "#87949b",
    region: "#6c7a82",
    city: "#95a1a7",
    water: "#5f8aa5",
    halo: "#1d2932",
    waterHalo: "#0f1c28",
  },
};

/**
 * A layer that draws the basemap: from a file of tiles, or from the page itself.
 *
 * @param {{url: string, max_zoom: number}} basemap
 * @param {"light" | "dark"} theme
 * @param {{names: Set<string>, at: (zoom: number) => import("./yielding.js").Claims}} claims -
 *   names that the article's own labels will show, and the room that they take.
 * @param {Object} protomaps - the global that protomaps-leaflet makes.
 * @returns {Object}
 */
export function basemapLayer(basemap, theme, claims, protomaps) {
  const options = basemapOptions(basemap, theme, claims, protomaps);
  if (!basemap.url.startsWith("#")) {
    return fed(protomaps.leafletLayer(options), (source) => new PatientSource(source));
  }
  const tiles = new MemoryTiles(readJson(basemap.url));
  const layer = protomaps.leafletLayer({ ...options, url: tiles });
  return fed(layer, (source) => new CoveringSource(tiles, source));
}

/** A layer whose tiles come from a source around its own. */
function fed(layer, around) {
  for (const { tileCache } of layer.views.values()) tileCache.source = around(tileCache.source);
  return layer;
}

/**
 * The options of a protomaps-leaflet layer.
 *
 * @param {{url: string, max_zoom: number}} basemap
 * @param {"light" | "dark"} theme
 * @param {{names: Set<string>, at: (zoom: number) => import("./yielding.js").Claims}} claims -
 *   names that the article's own labels will show, and the room that they take.
 * @param {Object} protomaps - the global that protomaps-leaflet makes.
 * @returns {Object}
 */
export function basemapOptions(basemap, theme, claims, protomaps) {
  const colours = COLOURS[theme];
  return {
    url: basemap.url,
    maxDataZoom: basemap.max_zoom,
    backgroundColor: colours.sea,
    paintRules: paintRules(colours, protomaps),
    labelRules: labelRules(colours, claims, protomaps),
    attribution: "",
  };
}

function paintRules(colours, { LineSymbolizer, PolygonSymbolizer }) {
  const line = (options) => new LineSymbolizer(options);
  const area = (fill, stroke) => new PolygonSymbolizer({ fill, stroke, width: stroke ? 0.8 : 0 });
  const thin = (z) => (z < 5 ? 0.7 : 1.1);
  return [
    { dataLayer: "land", symbolizer: area(colours.land, colours.coast) },
    { dataLayer: "rivers", symbolizer: line({ color: colours.river, width: thin }), filter: due },
    { dataLayer: "lakes", symbolizer: area(colours.lake, colours.coast), filter: due },
    {
      dataLayer: "provinces",
      symbolizer: line({ color: colours.province, width: 0.8 }),
      minzoom: 5,
      filter: due,
    },
    {
      dataLayer: "borders",
      symbolizer: line({ color: colours.border, width: thin }),
      filter: (_, feature) => feature.props.class === "border",
    },
    {
      dataLayer: "borders",
      symbolizer: line({ color: colours.border, width: thin, dash: [4, 3] }),
      filter: (_, feature) => feature.props.class !== "border",
    },
  ];
}

/** Is a feature meant for this zoom? Its `min_zoom` says from which on. */
function due(zoom, feature) {
  return zoom >= Number(feature.props.min_zoom ?? 0);
}

function labelRules(colours, claims, protomaps) {
  const { CenteredTextSymbolizer } = protomaps;
  const free = (zoom, feature) => due(zoom, feature) && !claims.names.has(feature.props.name);
  const centred = (options) => shifting(new CenteredTextSymbolizer(options), claims.at);
  const upright = { fill: colours.country, stroke: colours.halo, width: 2, lineHeight: 1.2 };
  return [
    {
      dataLayer: "countries",
      symbolizer: centred({
        ...upright,
        font: (zoom) => `600 ${zoom < 4 ? 11 : 13}px ${SANS}`,
        letterSpacing: 1,
        maxLineChars: 14,
        textTransform: "uppercase",
      }),
      filter: free,
      maxzoom: 7,
      sort: byRank,
    },
    {
      dataLayer: "seas",
      symbolizer: bothNames(
        centred({
          fill: colours.water,
          stroke: colours.waterHalo,
          width: 1.5,
          lineHeight: 1.25,
          maxLineChars: 15,
          font: (zoom, feature) =>
            `italic ${feature?.props.class === "ocean" ? 15 : 12.5}px ${SERIF}`,
        }),
      ),
      filter: due,
    },
    {
      dataLayer: "cities",
      symbolizer: yielding(city(colours, protomaps), claims.at),
      filter: free,
      sort: byRank,
    },
    {
      dataLayer: "regions",
      symbolizer: centred({
        ...upright,
        fill: colours.region,
        font: `500 11px ${SANS}`,
        letterSpacing: 0.5,
        maxLineChars: 14,
      }),
      minzoom: 6,
      filter: free,
    },
  ];
}

function byRank(one, other) {
  return Number(one.rank ?? 9) - Number(other.rank ?? 9);
}

function city(colours, { CircleSymbolizer, GroupSymbolizer, OffsetTextSymbolizer }) {
  return new GroupSymbolizer([
    new CircleSymbolizer({ radius: 1.8, fill: colours.city, stroke: colours.halo, width: 1 }),
    new OffsetTextSymbolizer({
      offsetX: 5,
      offsetY: 4,
      fill: colours.city,
      stroke: colours.halo,
      width: 2,
      font: (zoom, feature) => `${Number(feature?.props.rank) < 2 ? 12 : 11}px ${SANS}`,
    }),
  ]);
}

/** A sea with two names in use shows both, whichever the reader's own is. */
function bothNames(symbolizer) {
  return {
    place(layout, geometry, feature) {
      const { name, name_2: other } = feature.props;
      const label = other ? `${name} / ${other}` : name;
      return symbolizer.place(layout, geometry, {
        ...feature,
        props: { ...feature.props, name: label },
      });
    },
  };
}
