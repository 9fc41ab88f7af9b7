/** The basemap's labels make way for the article's own. */

import { touch } from "./labels.js";

/** Of two labels of one name, so near to each other, one is too many: in pixels. */
const SAME = 60;
/** Where a name that stands upon its middle may go instead, in pixels: the nearest first. */
const SHIFTS = [
  [0, 0], [0, -26], [0, 26], [48, 0], [-48, 0], [0, -52], [0, 52], [48, -26], [48, 26], [-48, -26],
  [-48, 26], [48, -52], [48, 52], [-48, -52], [-48, 52],
];

/**
 * @typedef {Object} Claims - what the article's own labels take of the map.
 * @property {{x: number, y: number, width: number, height: number}[]} boxes - in pixels of the
 *   whole world at a zoom.
 * @property {{x: number, y: number, name: string}[]} points - what is named, room for its name or not.
 */

/**
 * A symbolizer that finds another place for a label, or none.
 *
 * @param {{place: Function}} symbolizer - of protomaps-leaflet.
 * @param {(zoom: number) => Claims} claimsAt
 * @returns {{place: Function}}
 */
export function yielding(symbolizer, claimsAt) {
  return {
    place(layout, geometry, feature) {
      const claims = claimsAt(layout.zoom);
      if (!claims.boxes.length) return symbolizer.place(layout, geometry, feature);
      if (isNamed(geometry[0][0], feature.props.name, claims)) return undefined;
      const taken = (bbox) => meets(bbox, claims);
      // Labels beside a point try several places, and ask the index which of them is free.
      const index = {
        bboxCollides: (bbox, order) => taken(bbox) || layout.index.bboxCollides(bbox, order),
      };
      const labels = symbolizer.place({ ...layout, index }, geometry, feature);
      return labels?.some(({ bboxes }) => bboxes.some(taken)) ? undefined : labels;
    },
  };
}

/**
 * A symbolizer for a name that stands upon its middle: it may go a little aside.
 *
 * @param {{place: Function}} symbolizer
 * @param {(zoom: number) => Claims} claimsAt
 * @returns {{place: Function}}
 */
export function shifting(symbolizer, claimsAt) {
  const still = yielding(symbolizer, claimsAt);
  return {
    place(layout, [[{ x, y }]], feature) {
      for (const [right, down] of SHIFTS) {
        const labels = still.place(layout, [[{ x: x + right, y: y + down }]], feature);
        if (labels) return labels;
      }
      return undefined;
    },
  };
}

/**
 * Must labels be laid out anew: do they stand where ours do, or are some of ours gone?
 *
 * @param {{bboxCollides: (bbox: Object, order: number) => boolean}} index - of protomaps-leaflet.
 * @param {Claims} claims
 * @param {Claims | null} before - what was claimed when they were laid out, if that has changed.
 * @returns {boolean}
 */
export function isStale(index, { boxes }, before) {
  const stands = ({ x, y, width, height }) =>
    index.bboxCollides({ minX: x, minY: y, maxX: x + width, maxY: y + height }, Infinity);
  const now = new Set(boxes.map(corner));
  return boxes.some(stands) || (before?.boxes.some((box) => !now.has(corner(box))) ?? false);
}

function corner({ x, y }) {
  return `${Math.round(x)} ${Math.round(y)}`;
}

function meets({ minX, minY, maxX, maxY }, { boxes }) {
  const box = { x: minX, y: minY, width: maxX - minX, height: maxY - minY };
  return boxes.some((other) => touch(box, other));
}

function isNamed({ x, y }, name, { points }) {
  return points.some((point) => point.name === name && Math.hypot(point.x - x, point.y - y) < SAME);
}
