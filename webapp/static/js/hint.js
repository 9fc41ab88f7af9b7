/** The name of what is pointed at on the map, beside the pointer. */

import { el } from "./elements.js";
import { t } from "./messages.js";
import { whereWords } from "./words.js";
import { written, writtenWords } from "./written.js";

const { L } = window;

/** One small label for the whole map. */
export class Hint {
  /** @param {Object} leafletMap */
  constructor(leafletMap) {
    this._map = leafletMap;
    this._label = L.tooltip({ direction: "top", className: "map__hint" });
  }

  /**
   * @param {Object} feature
   * @param {Object} where - Leaflet's position.
   */
  show(feature, where) {
    const words = [feature.name, writtenWords(written(feature))].filter(Boolean).join(t(", "));
    const lies = feature.kind !== "country" && whereWords(feature);
    const beneath = lies && el("span", { class: "map__where" }, lies);
    this._label.setLatLng(where).setContent(el("div", {}, el("span", {}, words), beneath));
    if (!this._map.hasLayer(this._label)) this._label.openOn(this._map);
  }

  hide() {
    this._label.remove();
  }
}
