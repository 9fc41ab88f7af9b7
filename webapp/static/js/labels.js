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
