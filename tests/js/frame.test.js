import assert from "node:assert/strict";
import test from "node:test";

import { frameOf, meets } from "../../webapp/static/js/frame.js";

const BOX = [10, 50, 20, 60];
const square = (west, south, east, north) => [
  [west, south], [east, south], [east, north], [west, north], [west, south],
];

test("a point lies in the box, or does not", () => {
  assert.ok(meets({ type: "Point", coordinates: [10, 60] }, BOX));
  assert.ok(!meets({ type: "Point", coordinates: [9.9, 55] }, BOX));
});

test("a line that crosses without a vertex inside touches", () => {
  assert.ok(meets({ type: "LineString", coordinates: [[0, 55], [30, 55]] }, BOX));
  assert.ok(!meets({ type: "LineString", coordinates: [[0, 40], [9, 70]] }, BOX));
});

test("an area touches by its edge, and by lying all around", () => {
  assert.ok(meets({ type: "Polygon", coordinates: [square(15, 55, 16, 56)] }, BOX));
  assert.ok(meets({ type: "MultiPolygon", coordinates: [[square(0, 0, 90, 80)]] }, BOX));
  assert.ok(!meets({ type: "Polygon", coordinates: [square(30, 0, 90, 80)] }, BOX));
});

test("a hole around the box is no touch", () => {
  const ring = [square(0, 0, 90, 80), square(5, 40, 30, 70)];
  assert.ok(!meets({ type: "Polygon", coordinates: ring }, BOX));
});

test("a box may cross the antimeridian", () => {
  const box = [170, 50, -170, 60];
  assert.ok(meets({ type: "Point", coordinates: [-175, 55] }, box));
  assert.ok(meets({ type: "Point", coordinates: [175, 55] }, box));
  assert.ok(!meets({ type: "Point", coordinates: [0, 55] }, box));
});

test("what has no location is nowhere", () => {
  assert.ok(!meets(null, BOX));
});

test("the parts of a collection count each", () => {
  const geometries = [{ type: "Point", coordinates: [0, 0] }, { type: "Point", coordinates: [15, 55] }];
  assert.ok(meets({ type: "GeometryCollection", geometries }, BOX));
});

test("a frame is rounded outward and wrapped", () => {
  assert.deepEqual(frameOf([10.126, 50.001, 20.121, 60.009]), [10.12, 50, 20.13, 60.01]);
  assert.deepEqual(frameOf([170.5, 0, 190.5, 10]), [170.5, 0, -169.5, 10]);
  assert.deepEqual(frameOf([-300, -95, 300, 95]), [-180, -90, 180, 90]);
});
