import assert from "node:assert/strict";
import { test } from "node:test";

import { Atlas, featuresOf } from "../../webapp/static/js/atlas.js";

const DRAWN = {
  mentions: [{ start: 0, phrase: "Oslo" }, { start: 9, phrase: "Norway" }],
  places: {
    "a:1": { name: "Oslo", kind: "city", at: [10.75, 59.91] },
    "a:2": { name: "Norway", kind: "country", shape: { type: "LineString", scale: 1, parts: [1, 2, 3, 4] } },
    "a:3": { name: "Norway's towns", kind: "set", members: ["a:1"] },
  },
  said: [{ mentions: [0] }, { mentions: [1], confidence: 0.9 }, { described: true }],
  layers: {
    cities: [["a:1", 0]],
    countries: [["a:2", 1]],
    described: [["a:3", 2]],
    governments: [["a:2", 1]],
  },
};

test("a feature has its place, its layer and its mentions in it", () => {
  const [oslo] = featuresOf(DRAWN);
  assert.equal(oslo.layer, "cities");
  assert.equal(oslo.name, "Oslo");
  assert.deepEqual(oslo.geometry.coordinates, [10.75, 59.91]);
  assert.deepEqual(oslo.mentions, [DRAWN.mentions[0]]);
});

test("two layers share the shape of a place", () => {
  const [, country, , government] = featuresOf(DRAWN);
  assert.equal(country.geometry, government.geometry);
});

test("members are known by their names", () => {
  assert.deepEqual(featuresOf(DRAWN)[2].members, [{ id: "a:1", name: "Oslo" }]);
});

test("what is left out is empty", () => {
  const [oslo] = featuresOf(DRAWN);
  assert.deepEqual([oslo.names, oslo.members, oslo.described, oslo.country], [{}, [], false, null]);
});

test("the selected place is found by its mention, or else among what is visible", () => {
  const features = featuresOf(DRAWN);
  const atlas = new Atlas(features, {});
  assert.equal(atlas.find("a:2", null, [features[3]]), features[3]);
  assert.equal(atlas.find("a:2", 9, [features[3]]), features[1]);
});
