import assert from "node:assert/strict";
import test from "node:test";

import { withRoom } from "../../webapp/static/js/labels.js";

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
