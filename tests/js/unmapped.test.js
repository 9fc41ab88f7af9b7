import assert from "node:assert/strict";
import test from "node:test";

import { featuresOf, meaning } from "../../webapp/static/js/unmapped.js";

const POLAND = { id: "ne:POL", name: "Poland" };
const said = { start: 1, end: 2 };
const FEATURES = [
  { place_id: "ne:POL", layer: "countries", mentions: [said] },
  { place_id: "ne:DEU", layer: "countries", mentions: [said] },
  { place_id: "ne:POL", layer: "governments", mentions: [said] },
  { place_id: "ne:POL", layer: "described", mentions: [] },
];

test("a word for a people says so, and whose", () => {
  const words = meaning({ phrase: "Polish", kind: "demonym", place: POLAND, how: "x" });
  assert.equal(words, "“Polish” is a word for a people (Poland), not for a place; it is not on the map.");
});

test("any other word says why it is not on the map", () => {
  const words = meaning({ phrase: "Paris", kind: "name", place: null, how: "a person says so" });
  assert.equal(words, "“Paris” is not on the map: a person says so.");
});

test("it leads to the country as a place and as a government, if the text names it", () => {
  const found = featuresOf(FEATURES, { place: POLAND, stands_for: POLAND });
  assert.deepEqual(found, [FEATURES[0], FEATURES[2]]);
  assert.deepEqual(featuresOf(FEATURES, { place: null, stands_for: null }), []);
});
