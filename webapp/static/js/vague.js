/** A point that is known to some tens of kilometres only is no point: round things are circles. */

/** Mean radius of the earth in km (GRS 80; Moritz, 2000). */
const EARTH = 6371.0088;
/** Less precise than this, a sign with a centre would say more than is known. */
const VAGUE_KM = 30;
/** No circle is drawn larger: it would go around the pole. */
const LARGEST_KM = 2000;
const CORNERS = 64;
/** Kinds that are long rather than round: a circle would cover what they never touch. */
const LONG = new Set(["river", "mountain", "railway", "border"]);

/**
 * @param {import("./filters.js").Feature} feature
 * @returns {boolean} is all that is known of it a point, and how far that may be off?
 */
export function isVague({ geometry, kind, precision_km: precision }) {
  return geometry?.type === "Point" && precision >= VAGUE_KM && kind !== "city";
}

/**
 * A feature as it can honestly be drawn.
 *
 * @param {import("./filters.js").Feature} feature
 * @returns {import("./filters.js").Feature} with a circle for its shape, and `point` for what its
 *   file has, if it is vague; of what is long, its point says no more than that it is there.
 */
export function honest(feature) {
  const { geometry, precision_km: precision } = feature;
  if (!isVague(feature) || LONG.has(feature.kind)) return feature;
  const ring = circle(geometry.coordinates, Math.min(precision, LARGEST_KM));
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  return {
    ...feature,
    point: geometry,
    geometry: { type: "Polygon", coordinates: [ring] },
    bbox: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)],
  };
}

/** Corners at one distance from a point, counter-clockwise and closed; longitudes may pass 180. */
function circle([lon, lat], radius) {
  const [turn, far, up] = [Math.PI / 180, radius / EARTH, (lat * Math.PI) / 180];
  return Array.from({ length: CORNERS + 1 }, (_, index) => {
    const way = (-2 * Math.PI * (index % CORNERS)) / CORNERS;
    const north = Math.sin(up) * Math.cos(far) + Math.cos(up) * Math.sin(far) * Math.cos(way);
    const east = Math.atan2(
      Math.sin(way) * Math.sin(far) * Math.cos(up),
      Math.cos(far) - Math.sin(up) * north,
    );
    return [lon + east / turn, Math.asin(north) / turn];
  });
}
