/** The part of the map that nothing lies upon. */

/**
 * How far the widest free part of a map is from each of its sides.
 *
 * @param {DOMRect} map
 * @param {DOMRect[]} covers - what lies on it; what has no size covers nothing.
 * @returns {{left: number, top: number, right: number, bottom: number}} in pixels.
 */
export function freeRoom(map, covers) {
  const solid = covers.filter(({ width, height }) => width && height);
  const sides = (name) => solid.map((cover) => cover[name]);
  let best = { room: -1, area: -1 };
  for (const left of [map.left, ...sides("right")]) {
    for (const right of [map.right, ...sides("left")]) {
      for (const top of [map.top, ...sides("bottom")]) {
        for (const bottom of [map.bottom, ...sides("top")]) {
          const part = { left, right, top, bottom };
          if (left < right && top < bottom && !solid.some((cover) => overlap(cover, part))) {
            best = better(best, part);
          }
        }
      }
    }
  }
  const { left = map.left, right = map.right, top = map.top, bottom = map.bottom } = best;
  return {
    left: left - map.left,
    top: top - map.top,
    right: map.right - right,
    bottom: map.bottom - bottom,
  };
}

/** The part whose shorter side is the longer one: a place needs room all around. */
function better(best, part) {
  const [width, height] = [part.right - part.left, part.bottom - part.top];
  const room = Math.min(width, height);
  const area = width * height;
  const more = room > best.room || (room === best.room && area > best.area);
  return more ? { ...part, room, area } : best;
}

function overlap(one, other) {
  return (
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  );
}
