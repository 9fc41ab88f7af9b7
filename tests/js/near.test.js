import assert from "node:assert/strict";
import test from "node:test";

import { nearest } from "../../webapp/static/js/near.js";

const where = (point) => point;
const SIGNS = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 100, y: 100 }];

test("of two signs the nearer one is meant", () => {
  assert.equal(nearest(SIGNS, where, { x: 8, y: 3 }), SIGNS[1]);
});

test("a touch far from every sign means none", () => {
  assert.equal(nearest(SIGNS, where, { x: 50, y: 50 }), null);
  assert.equal(nearest([], where, { x: 0, y: 0 }), null);
});

test("a touch may miss by eighteen pixels, and by no more", () => {
  assert.equal(nearest(SIGNS, where, { x: 100, y: 118 }), SIGNS[2]);
  assert.equal(nearest(SIGNS, where, { x: 100, y: 118.5 }), null);
});
