/** A point drawn with the sign of its kind, as SVG or on a canvas. */

import { CORNERS } from "./shapes.js";

const { L } = window;

/** A circle marker of Leaflet whose option `symbol` names its form. */
export const SymbolMarker = L.CircleMarker.extend({
  _updatePath() {
    const { x, y } = this._point;
    const points = CORNERS[this.options.symbol];
    if (!points) {
      this._renderer._updateCircle(this);
    } else if (this._renderer._ctx) {
      polygonOnCanvas(this, points);
    } else {
      const at = points.map(([dx, dy]) => `${x + dx * this._radius},${y + dy * this._radius}`);
      this._renderer._setPath(this, `M${at.join("L")}Z`);
    }
  },
});

function polygonOnCanvas(marker, points) {
  const { _ctx: ctx, _drawing: drawing } = marker._renderer;
  if (!drawing || marker._empty()) return;
  const { x, y } = marker._point;
  ctx.beginPath();
  for (const [dx, dy] of points) ctx.lineTo(x + dx * marker._radius, y + dy * marker._radius);
  ctx.closePath();
  marker._renderer._fillStroke(ctx, marker);
}
