import assert from "node:assert/strict";
import test from "node:test";

import { optionWords, sentenceWords } from "../../webapp/static/js/namesakes.js";

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

const state = { name: "Washington", kind: "region", country: "US", lat: 47.5, lon: -120.5, population: 6544495 };
const district = { ...state, lat: 38.9, lon: -77, population: 1463232 };

test("one that is called as the chosen one is, is told from it", () => {
  assert.deepEqual(optionWords([district], state), [
    "Washington · Region · United States · population 1,463,232 · 38.9° N, 77.0° W",
  ]);
  assert.deepEqual(optionWords([district]), ["Washington · Region · United States"]);
});

test("in a sentence, too", () => {
  assert.equal(
    sentenceWords(district, state),
    "Washington, region, United States, population 1,463,232, 38.9° N, 77.0° W",
  );
  assert.equal(sentenceWords(district, { ...state, kind: "city" }), "Washington, region, United States");
});
