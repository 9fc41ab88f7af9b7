import assert from "node:assert/strict";
import test from "node:test";

import { outsideOf } from "../../webapp/static/js/outside.js";

const at = (place_id, lon, lat) => ({ place_id, geometry: { type: "Point", coordinates: [lon, lat] } });
const names = (features) => features.map(({ place_id: id }) => id);

test("what is seen in part is not outside", () => {
  const area = { place_id: "area", bbox: [20, 0, 60, 10], geometry: { type: "Polygon" } };
  const features = [at("in", 5, 5), at("east", 11, 5), at("north", 5, 11), area];
  assert.deepEqual(names(outsideOf(features, [0, 0, 10, 10])), ["east", "north", "area"]);
  assert.deepEqual(names(outsideOf(features, [0, 0, 30, 12])), []);
});

test("an area across 180 degrees reaches beyond them", () => {
  const fiji = { place_id: "fiji", bbox: [177, -19, -178, -16], geometry: { type: "Polygon" } };
  assert.deepEqual(outsideOf([fiji], [150, -30, 200, 0]), []);
  assert.deepEqual(names(outsideOf([fiji], [0, -30, 100, 0])), ["fiji"]);
});
