import assert from "node:assert/strict";
import test from "node:test";

import { symbolFor, symbolOf } from "../../webapp/static/js/symbols.js";

test("a layer has a sign", () => {
  assert.equal(symbolOf("ports"), "port");
  assert.equal(symbolOf("governments", "country"), "government");
});

test("a kind may have a sign of its own", () => {
  assert.equal(symbolOf("landmarks", "airport"), "airport");
  assert.equal(symbolOf("landmarks", "station"), "landmark");
  assert.equal(symbolOf("described", "border"), "line");
  assert.equal(symbolOf("described", "region"), "area");
});

test("a point has a sign that promises no more than is known", () => {
  const geometry = { type: "Point", coordinates: [45, 55] };
  const sign = (layer, kind, precision_km) => symbolFor({ layer, kind, precision_km, geometry });
  assert.equal(sign("regions", "river", 1000), "about");
  assert.equal(sign("regions", "mountain", 5), "dot");
  assert.equal(sign("routes", "border", 2), "crossing");
  assert.equal(sign("described", "border", 2), "point");
  assert.equal(sign("described", "river", 1000), "point");
  assert.equal(sign("cities", "city", 40), "city");
});

test("what has a shape has the sign of its layer", () => {
  const geometry = { type: "LineString", coordinates: [] };
  assert.equal(symbolFor({ layer: "regions", kind: "river", precision_km: 1000, geometry }), "region");
});
