import assert from "node:assert/strict";
import { test } from "node:test";

import { geometryOf } from "../../webapp/static/js/geometry.js";

test("a point stands where it is", () => {
  assert.deepEqual(geometryOf({ at: [18.64912, 54.35227] }), { type: "Point", coordinates: [18.64912, 54.35227] });
});

test("what has no location has no geometry", () => {
  assert.equal(geometryOf({}), null);
});

test("steps become corners", () => {
  const shape = { type: "LineString", scale: 1000, parts: [127500, 39000, 20, 10, -20, 0] };
  assert.deepEqual(geometryOf({ shape }), {
    type: "LineString",
    coordinates: [[127.5, 39], [127.52, 39.01], [127.5, 39.01]],
  });
});

test("rings and parts stay nested as GeoJSON nests them", () => {
  const ring = [0, 0, 10, 0, 0, 10, -10, -10];
  const corners = [[0, 0], [1, 0], [1, 1], [0, 0]];
  const of = (type, parts) => geometryOf({ shape: { type, scale: 10, parts } }).coordinates;
  assert.deepEqual(of("Polygon", [ring, ring]), [corners, corners]);
  assert.deepEqual(of("MultiPolygon", [[ring], [ring]]), [[corners], [corners]]);
  assert.deepEqual(of("MultiLineString", [ring]), [corners]);
  assert.deepEqual(of("MultiPoint", ring), corners);
});

test("a collection holds its parts, each with its type", () => {
  const parts = [{ type: "Point", parts: [10, 20] }, { type: "LineString", parts: [0, 0, 10, 0] }];
  assert.deepEqual(geometryOf({ shape: { type: "GeometryCollection", scale: 10, parts } }), {
    type: "GeometryCollection",
    geometries: [
      { type: "Point", coordinates: [1, 2] },
      { type: "LineString", coordinates: [[0, 0], [1, 0]] },
    ],
  });
});
