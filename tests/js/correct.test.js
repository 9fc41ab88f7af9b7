import assert from "node:assert/strict";
import test from "node:test";

import { optionWords, readDegrees } from "../../webapp/static/js/correct.js";

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

test("a place is told from its namesakes, by its position where words do not suffice", () => {
  const paris = (country, lat, more) => ({ name: "Paris", kind: "city", country, lat, lon: 2, ...more });
  assert.deepEqual(
    optionWords([paris("FR", 48.9), paris("US", 33.66), paris("US", 36.3), paris(null, null, { called: "Parys" })]),
    [
      "Paris · City or town · France",
      "Paris · City or town · United States · 33.7° N, 2.0° E",
      "Paris · City or town · United States · 36.3° N, 2.0° E",
      "Paris (Parys) · City or town",
    ],
  );
});
