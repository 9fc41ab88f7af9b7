import assert from "node:assert/strict";
import { test } from "node:test";

import { Crowd, isPoints, mercator, pointCount } from "../../webapp/static/js/crowd.js";

const town = (id, lon, lat) => ({ place_id: id, geometry: { type: "Point", coordinates: [lon, lat] } });
const OSLO = town("a:1", 10.75, 59.91);
const LIMA = town("a:2", -77.04, -12.05);
const BOTH = {
  place_id: "a:3",
  geometry: { type: "MultiPoint", coordinates: [[10.75, 59.91], [-77.04, -12.05]] },
};
const styleOf = () => 0;

test("the middle of the world is in the middle", () => {
  assert.deepEqual(mercator(0, 0), [128, 128]);
});

test("the poles lie at the edge, not beyond all bounds", () => {
  const [, top] = mercator(0, 90);
  const [, bottom] = mercator(0, -90);
  assert.ok(Math.abs(top) < 1e-6);
  assert.ok(Math.abs(bottom - 256) < 1e-6);
});

test("every point of a set is one", () => {
  assert.equal(pointCount([OSLO, BOTH]), 3);
  assert.equal(isPoints(BOTH), true);
  assert.equal(isPoints({ geometry: { type: "Polygon" } }), false);
  assert.equal(isPoints({ geometry: null }), false);
});

test("what is near enough is found, the nearest first", () => {
  const crowd = new Crowd([OSLO, LIMA], styleOf);
  const [x, y] = mercator(10.75, 59.91).map((value) => value * 16);
  assert.equal(crowd.nearest(x + 3, y, 16, [8]), OSLO);
  assert.equal(crowd.nearest(x + 9, y, 16, [8]), null);
});

test("of two at one spot the one on top is found", () => {
  const crowd = new Crowd([OSLO, BOTH], styleOf);
  const [x, y] = mercator(10.75, 59.91);
  assert.equal(crowd.nearest(x, y, 1, [8]), BOTH);
});

test("each style has its own reach", () => {
  const crowd = new Crowd([OSLO, LIMA], (feature) => (feature === OSLO ? 0 : 1));
  const [x, y] = mercator(-77.04, -12.05).map((value) => value * 64);
  assert.equal(crowd.nearest(x, y + 5, 64, [8, 4]), null);
  assert.equal(crowd.nearest(x, y + 3, 64, [8, 4]), LIMA);
});

test("the features of a place are known by its id", () => {
  const crowd = new Crowd([OSLO, LIMA], styleOf);
  assert.deepEqual(crowd.of("a:2"), [LIMA]);
  assert.deepEqual(crowd.of(null), []);
});
