/** How a place is drawn: its form, its size, its edge, and what it is called aloud. */

import { kmPerPixel } from "./geometry.js";
import { t, tn } from "./messages.js";
import { symbolFor } from "./symbols.js";
import { capital, confidenceWord, kindWord, levelWord, whereWords } from "./words.js";

export const RINGS = new Set(["set", "government", "point"]);

/** Square degrees from which on an area is drawn by its edge alone, lest it cover the rest. */
const VAST = 400;

/** An outline that may stray by more pixels than this is none. */
const MOST_STRAY = 24;

/** Members of a set from which on they are drawn small, and named only close by. */
export const MANY = 25;

/** Radius of the ring around a point of something long: no size on the ground is meant. */
const ABOUT = 10;
/** The point within that ring, as a share of it. */
export const CORE = 0.42;

/** Corners as shares of the radius; drawn a little larger, to weigh as much as a circle. */
export const CORNERS = {
  port: [[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]],
  airport: [[0, -1.25], [1.2, 0.85], [-1.2, 0.85]],
  landmark: [[-0.95, -0.95], [0.95, -0.95], [0.95, 0.95], [-0.95, 0.95]],
  crossing: [
    [-1.22, -0.62], [-0.62, -1.22], [0, -0.59], [0.62, -1.22], [1.22, -0.62], [0.59, 0],
    [1.22, 0.62], [0.62, 1.22], [0, 0.59], [-0.62, 1.22], [-1.22, 0.62], [-0.59, 0],
  ],
};

/** A feature with nothing but its geometry. */
export function bare({ geometry }) {
  return { type: "Feature", properties: {}, geometry };
}

export function keyOf(feature) {
  return `${feature.layer}/${feature.place_id}`;
}

export function isPoint(feature) {
  return feature.geometry?.type === "Point";
}

/** Does it have an outline, and is that all that is drawn of its edge? */
export function isArea({ geometry }) {
  return geometry?.type.endsWith("Polygon") ?? false;
}

/**
 * Does an outline stray so far that it would be wrong to draw it?
 *
 * What is described, or a circle around a point, has a dashed edge, which claims nothing.
 *
 * @param {import("./filters.js").Feature} feature
 * @param {{lat: number, zoom: number}} seen - where the map is.
 * @returns {boolean}
 */
export function strays(feature, seen) {
  if (!isArea(feature) || feature.point || feature.layer === "described") return false;
  return feature.precision_km > MOST_STRAY * kmPerPixel(seen);
}

/** The more often a place is named, the larger; members of a set are all alike. */
export function radiusOf(feature, symbol = symbolFor(feature)) {
  if (symbol === "set") return feature.members.length > MANY ? 7 : 10.5;
  if (symbol === "point") return 8;
  if (symbol === "about") return ABOUT;
  if (feature.described) return 4.5;
  return Math.min(10, 4.5 + 1.4 * Math.sqrt(feature.mentions.length));
}

/** Large shapes first, so that small ones lie on top of them. */
export function largestFirst(one, other) {
  return extent(other) - extent(one);
}

function extent({ bbox, geometry }) {
  if (!bbox || geometry.type === "Point") return 0;
  const [west, south, east, north] = bbox;
  return (east < west ? east + 360 - west : east - west) * (north - south);
}

export function classOf(feature, symbol, form) {
  const described = feature.described || feature.layer === "described";
  const many = feature.members?.length > MANY;
  return [
    "shape",
    `shape--${form}`,
    `shape--${feature.layer}`,
    `shape--${symbol === "point" ? "spot" : symbol}`,
    described && "shape--described",
    many && "shape--many",
    form === "area" && extent(feature) > VAST && "shape--vast",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Areas that are filled by a pattern of their own: lines, or dots. */
const PATTERNED = new Set(["region", "government"]);

export function fillOf(symbol, layer) {
  return PATTERNED.has(symbol) ? `url(#hatch-${layer})` : "currentColor";
}

export function dashOf(feature, symbol) {
  if (symbol === "railway") return null;
  if (feature.kind === "border") return "10 4 2 4";
  return feature.described || feature.point || feature.layer === "described" ? "6 5" : null;
}

export function spoken(feature) {
  const said = tn("{number} mention", "{number} mentions", feature.mentions.length);
  const where = feature.kind === "country" ? "" : whereWords(feature);
  const words = [feature.name, kindWord(feature.kind), where, said, capital(levelWord(confidenceWord(feature.confidence)))];
  return words.filter(Boolean).join(t(", "));
}
