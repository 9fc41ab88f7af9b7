import assert from "node:assert/strict";
import test from "node:test";

import { honest } from "../../webapp/static/js/vague.js";

const at = (coordinates, more) => ({ geometry: { type: "Point", coordinates }, kind: "area", ...more });

test("what is known to 300 km is a circle of 300 km, and keeps its point for files", () => {
  const ogaden = at([44, 7], { precision_km: 300 });
  const drawn = honest(ogaden);
  assert.equal(drawn.geometry.type, "Polygon");
  assert.equal(drawn.point, ogaden.geometry);
  const [west, south, east, north] = drawn.bbox;
  assert.ok(Math.abs(north - 7 - 300 / 111.2) < 0.02);
  assert.ok(Math.abs(7 - south - 300 / 111.2) < 0.02);
  assert.ok(Math.abs((east + west) / 2 - 44) < 1e-9);
});

test("its ring is closed and runs as RFC 7946 has it", () => {
  const [ring] = honest(at([0, 0], { precision_km: 100 })).geometry.coordinates;
  assert.deepEqual(ring[0], ring.at(-1));
  let area = 0;
  for (let i = 1; i < ring.length; i += 1) {
    area += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  }
  assert.ok(area > 0);
});

test("what is precise, a town, long, or a shape already, stays as it is", () => {
  for (const feature of [
    at([1, 2], { precision_km: 3 }),
    at([1, 2], { precision_km: 500, kind: "city" }),
    at([1, 2], { precision_km: null }),
    at([1, 2], { precision_km: 1000, kind: "river" }),
    { geometry: null, precision_km: 300 },
    { geometry: { type: "Polygon", coordinates: [] }, precision_km: 300 },
  ]) {
    assert.equal(honest(feature), feature);
  }
});
