/** A finger is broader than a sign: what lies near a touch is meant. */

/** As far as a touch may miss, in pixels. */
const WITHIN = 18;
/** Of more points than this something lies near anywhere. */
const MOST = 2000;

/**
 * The point nearest to where the map was touched.
 *
 * @template T
 * @param {T[]} features
 * @param {(feature: T) => {x: number, y: number}} where - in pixels.
 * @param {{x: number, y: number}} touched
 * @returns {T | null} null if none is near enough.
 */
export function nearest(features, where, touched) {
  if (features.length > MOST) return null;
  let best = { feature: null, distance: WITHIN };
  for (const feature of features) {
    const { x, y } = where(feature);
    const distance = Math.hypot(x - touched.x, y - touched.y);
    if (distance <= best.distance) best = { feature, distance };
  }
  return best.feature;
}
