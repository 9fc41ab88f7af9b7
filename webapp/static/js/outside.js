/** What the map shows none of: how many places, and the way to see them. */

import { el } from "./elements.js";
import { tn } from "./messages.js";

/** A button on the map, as long as places lie outside what is seen of it. */
export class Outside {
  /**
   * @param {HTMLElement} root - the element with class `map`.
   * @param {import("./map.js").ArticleMap} map
   * @param {import("./room.js").Room} room
   */
  constructor(root, map, room) {
    Object.assign(this, { _map: map, _room: room, _features: [] });
    this._button = el("button", { class: "outside", type: "button", hidden: true, onclick: () => this._act() });
    root.append(this._button);
  }

  /** @param {Object[]} features - all that are shown, each with a geometry. */
  offer(features) {
    this._features = features;
    this._whole = unionOf(features.map(boxOf));
    this.look();
  }

  /** The map has moved. */
  look() {
    const number = new Set(this._far().map(({ place_id: id }) => id)).size;
    this._button.hidden = number === 0;
    if (number) this._button.textContent = this._words(number);
  }

  _words(number) {
    return this._holds()
      ? tn("{number} place outside the view – show all", "{number} places outside the view – show all", number)
      : tn("{number} place outside the view – go there", "{number} places outside the view – go there", number);
  }

  /** All of them, beside card and panel if they can; where the map is too small, those not seen. */
  _act() {
    const { covered } = this._room;
    if (!this._holds()) this._map.turnTo(this._far(), covered);
    else this._map.fit(this._features, this._map.holds(this._whole, covered) ? covered : undefined);
    if (this._button.hidden) this._button.closest(".map").querySelector(".leaflet-container").focus({ preventScroll: true });
  }

  _holds() {
    return this._map.holds(this._whole);
  }

  _far() {
    return outsideOf(this._features, this._map.bbox());
  }
}

/**
 * Features of which nothing is seen.
 *
 * @param {Object[]} features - each with a geometry.
 * @param {number[]} view - west, south, east, north; may reach over 180 degrees.
 * @returns {Object[]}
 */
export function outsideOf(features, [west, south, east, north]) {
  return features.filter((feature) => {
    const [left, bottom, right, top] = boxOf(feature);
    return right < west || left > east || top < south || bottom > north;
  });
}

function boxOf({ bbox, geometry }) {
  if (!bbox) {
    const [lon, lat] = geometry.coordinates;
    return [lon, lat, lon, lat];
  }
  const [west, south, east, north] = bbox;
  return [west, south, east < west ? east + 360 : east, north];
}

function unionOf(boxes) {
  const whole = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [west, south, east, north] of boxes) {
    whole[0] = Math.min(whole[0], west);
    whole[1] = Math.min(whole[1], south);
    whole[2] = Math.max(whole[2], east);
    whole[3] = Math.max(whole[3], north);
  }
  return whole;
}
