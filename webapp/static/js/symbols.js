/** Which sign stands for a place: the same in text, list, panel and on the map. */

import { isVague } from "./vague.js";

const BY_LAYER = {
  cities: "city",
  regions: "region",
  countries: "country",
  ports: "port",
  routes: "railway",
  governments: "government",
  "not-located": "unknown",
};
const AS_POINT = { regions: "dot", countries: "dot", routes: "crossing" };
const DESCRIBED = { airport: "airport", set: "set", point: "point" };
const LINES = new Set(["line", "railway", "border"]);

/**
 * @param {string} layer
 * @param {string} [kind] - of a place; none for the layer as a whole.
 * @param {"shape" | "point" | "about"} [form] - how it is drawn: with its extent, as a point, or as
 *   a point of something long.
 * @returns {string} name of a `<symbol id="symbol-…">`.
 */
export function symbolOf(layer, kind, form = "shape") {
  if (layer === "landmarks") return kind === "airport" ? "airport" : "landmark";
  if (layer === "described") return DESCRIBED[kind] ?? describedAs(kind, form);
  if (form !== "shape" && AS_POINT[layer]) return form === "about" ? "about" : AS_POINT[layer];
  return BY_LAYER[layer] ?? "point";
}

function describedAs(kind, form) {
  if (form !== "shape") return "point";
  return LINES.has(kind) ? "line" : "area";
}

/**
 * @param {import("./filters.js").Feature} feature - as it is drawn.
 * @returns {string}
 */
export function symbolFor(feature) {
  return symbolOf(feature.layer, feature.kind, formOf(feature));
}

function formOf(feature) {
  if (feature.geometry?.type !== "Point") return "shape";
  return isVague(feature) ? "about" : "point";
}
