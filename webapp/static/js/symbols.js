/** Which sign stands for a place: the same in text, list, panel and on the map. */

const BY_LAYER = {
  cities: "city",
  regions: "region",
  countries: "country",
  ports: "port",
  routes: "railway",
  governments: "government",
  "not-located": "unknown",
};
const BY_KIND = {
  airport: "airport",
  set: "set",
  line: "line",
  railway: "line",
  border: "line",
  point: "point",
};

/**
 * @param {string} layer
 * @param {string} [kind] - of a place; none for the layer as a whole.
 * @returns {string} name of a `<symbol id="symbol-…">`.
 */
export function symbolOf(layer, kind) {
  if (layer === "landmarks") return kind === "airport" ? "airport" : "landmark";
  if (layer === "described") return BY_KIND[kind] ?? "area";
  return BY_LAYER[layer] ?? "point";
}
