import assert from "node:assert/strict";
import test from "node:test";

import { readDegrees } from "../../webapp/static/js/correct.js";

test("degrees are read as people write them", () => {
  assert.deepEqual(readDegrees("39.03, 125.75"), { lat: 39.03, lon: 125.75 });
  assert.deepEqual(readDegrees(" -33.9 18.4 "), { lat: -33.9, lon: 18.4 });
  assert.deepEqual(readDegrees("33.66° N, 95.55° W"), { lat: 33.66, lon: -95.55 });
  assert.deepEqual(readDegrees("12s;7e"), { lat: -12, lon: 7 });
});

test("what is no position is none", () => {
  for (const words of ["", "39.03", "91, 0", "0, 181", "north, east", "1, 2, 3", "1e3, 0"]) {
    assert.equal(readDegrees(words), null, words);
  }
});
