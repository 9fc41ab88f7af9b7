/** The part of the map that nothing lies upon. */

/** So many pixels must be free each way, beside card and panel, for a place to be seen in. */
const LEAST_ROOM = 420;

/** Keeps a part of the map free. */
export class Room {
  /**
   * @param {HTMLElement} page
   * @param {import("./panel.js").Panel} panel
   */
  constructor(page, panel) {
    this._page = page;
    this._panel = panel;
    // Narrower, the card is a sheet over the text, and covers nothing of the map.
    this._narrow = window.matchMedia("(max-width: 59.99rem)");
  }

  /** So close, as a zoom, is a place looked at: a small map shows an article from far. */
  get least() {
    return this._narrow.matches ? 5 : 0;
  }

  /** How much of each side of the map lies under the card and the panel. */
  get covered() {
    return freeRoom(this._box("map"), this._narrow.matches ? [] : [this._box("popup"), this._box("panel")]);
  }

  /** A panel that leaves no map beside the card folds until that is closed; who opens it keeps it. */
  make() {
    if (this._narrow.matches || this._folded || !this._panel.isOpen) return;
    const { width, height } = this._box("map");
    const { left, right, top, bottom } = this.covered;
    if (Math.min(width - left - right, height - top - bottom) >= LEAST_ROOM) return;
    this._panel.makeRoom();
    this._folded = true;
  }

  /** Nothing is looked at any more: the panel is as the reader left it. */
  giveBack() {
    this._panel.giveBack();
    this._folded = false;
  }

  /** The whole map, for what goes from place to place. */
  clear() {
    if (!this._narrow.matches) this._panel.makeRoom();
  }

  _box(name) {
    return this._page.querySelector(`.${name}`).getBoundingClientRect();
  }
}

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
