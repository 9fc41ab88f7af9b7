import assert from "node:assert/strict";
import test from "node:test";

import { beside, withRoom } from "../../webapp/static/js/labels.js";

const box = (x, weight) => ({ x, y: 0, width: 10, height: 5, weight });

test("labels apart are all kept", () => {
  assert.deepEqual(withRoom([box(0, 1), box(10, 1), box(30, 1)]), [true, true, true]);
});

test("of two that touch, the one named more often is kept", () => {
  assert.deepEqual(withRoom([box(0, 1), box(5, 3)]), [false, true]);
});

test("of two alike, the first is kept", () => {
  assert.deepEqual(withRoom([box(0, 1), box(5, 1)]), [true, false]);
});

test("no labels need no room", () => {
  assert.deepEqual(withRoom([]), []);
});

const sign = (x) => ({ x, y: 0, width: 10, height: 10 });
const SIZE = { width: 40, height: 18 };

test("a name stands to the right of its sign, in the middle of its height", () => {
  assert.deepEqual(beside([sign(100)], 0, SIZE, 500), { x: 114, y: -4, ...SIZE });
});

test("a name goes to the left of its sign where another sign or the edge is near", () => {
  assert.equal(beside([sign(100), sign(130)], 0, SIZE, 500).x, 56);
  assert.equal(beside([sign(100)], 0, SIZE, 140).x, 56);
});

test("between two signs a name stays to the right", () => {
  assert.equal(beside([sign(100), sign(130), sign(70)], 0, SIZE, 500).x, 114);
});
