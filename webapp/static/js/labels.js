/** Names on the map: as many as fit, the most mentioned first. */

/**
 * Choose labels that do not touch each other.
 *
 * @param {{x: number, y: number, width: number, height: number, weight: number}[]} labels -
 *   boxes in pixels, by their upper left corner.
 * @returns {boolean[]} for each label, in the order given: is there room?
 */
export function withRoom(labels) {
  const order = labels.map((_, index) => index);
  order.sort((one, other) => labels[other].weight - labels[one].weight || one - other);
  const kept = [];
  const room = labels.map(() => false);
  for (const index of order) {
    if (kept.some((other) => touch(other, labels[index]))) continue;
    kept.push(labels[index]);
    room[index] = true;
  }
  return room;
}

/** Between a sign and its name, in pixels. */
const GAP = 4;

/**
 * The box of a label: to the right of its sign, or to the left where that is needed.
 *
 * @param {{x: number, y: number, width: number, height: number}[]} signs - boxes of all signs.
 * @param {number} own - which of them is the label's.
 * @param {{width: number, height: number}} size - of the label.
 * @param {number} edge - up to which the map is seen.
 * @returns {{x: number, y: number, width: number, height: number}} clear of other signs if one side is.
 */
export function beside(signs, own, size, edge) {
  const { x, y, width, height } = signs[own];
  const at = (left) => ({ x: Math.round(left), y: Math.round(y + (height - size.height) / 2), ...size });
  const [right, left] = [at(x + width + GAP), at(x - GAP - size.width)];
  const sides = right.x + size.width < edge || x > edge ? [right, left] : [left, right];
  const clear = (box) => !signs.some((sign, index) => index !== own && touch(sign, box));
  return sides.find(clear) ?? sides[0];
}

/**
 * @param {{x: number, y: number, width: number, height: number}} one
 * @param {{x: number, y: number, width: number, height: number}} other
 * @returns {boolean} has a part of one the other in it?
 */
export function touch(one, other) {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
