/** A finger is broader than a sign: what lies near a touch is meant. */

const WORLD = 256;

/** As far as a finger may miss, in pixels. */
export const FINGER = 18;

/**
 * The feature of a crowd whose point lies nearest to where the map was touched.
 *
 * @param {Object} map - Leaflet's.
 * @param {import("./crowd.js").Crowd} crowd
 * @param {Object} touched - in pixels of the map's container.
 * @param {number[]} reach - by style, how far it may lie, in pixels.
 * @returns {Object | null} null if none is near enough.
 */
export function nearest(map, crowd, touched, reach) {
  const { x, y } = map.containerPointToLayerPoint(touched).add(map.getPixelOrigin());
  return crowd.nearest(x, y, map.options.crs.scale(map.getZoom()) / WORLD, reach);
}

/**
 * Was it a finger? A browser that does not say is asked what it mostly has.
 *
 * @param {PointerEvent | MouseEvent} event
 * @returns {boolean}
 */
export function byFinger({ pointerType }) {
  return pointerType ? pointerType === "touch" : window.matchMedia("(pointer: coarse)").matches;
}

/**
 * Is an area so small that a finger means it as it would a sign?
 *
 * @param {Object} map - Leaflet's.
 * @param {Object} bounds - of the area.
 * @returns {boolean}
 */
export function isFingertip(map, bounds) {
  const one = map.latLngToContainerPoint(bounds.getNorthWest());
  const other = map.latLngToContainerPoint(bounds.getSouthEast());
  return Math.max(other.x - one.x, other.y - one.y) < 2 * FINGER;
}
