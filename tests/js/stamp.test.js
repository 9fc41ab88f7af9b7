import assert from "node:assert/strict";
import { test } from "node:test";

import { over, print } from "../../webapp/static/js/stamp.js";

const RED = 0xff0000ff; // opacity, blue, green, red
const HALF_BLUE = 0x80ff0000;
const stamp = (colour, reach = 0) => ({
  right: Int16Array.of(-reach, 0, reach),
  down: Int16Array.of(0, 0, 0),
  colour: Uint32Array.of(colour, colour, colour),
  reach,
});

test("a solid colour hides what is below", () => {
  const paper = Uint32Array.of(HALF_BLUE);
  print(paper, 1, 1, 0, 0, stamp(RED));
  assert.equal(paper[0], RED);
});

test("on empty paper a colour is what it is", () => {
  assert.equal(over(HALF_BLUE, 0), HALF_BLUE);
});

test("half a colour lets the other half through", () => {
  assert.equal(over(HALF_BLUE, RED).toString(16), "ff80007f");
});

test("what lies beyond the edge of the paper is left out", () => {
  const paper = new Uint32Array(9);
  print(paper, 3, 3, 0, 1, stamp(RED, 1));
  assert.deepEqual([...paper.keys()].filter((number) => paper[number]), [3, 4]);
});
