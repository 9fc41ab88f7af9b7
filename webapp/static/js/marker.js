/** A point drawn with the sign of its kind. */

import { CORNERS } from "./shapes.js";

const { L } = window;

/** A circle marker of Leaflet, on SVG, whose option `symbol` names its form. */
export const SymbolMarker = L.CircleMarker.extend({
  _updatePath() {
    const { x, y } = this._point;
    const points = CORNERS[this.options.symbol];
    if (!points) {
      this._renderer._updateCircle(this);
      return;
    }
    const at = points.map(([dx, dy]) => `${x + dx * this._radius},${y + dy * this._radius}`);
    this._renderer._setPath(this, `M${at.join("L")}Z`);
  },
});
