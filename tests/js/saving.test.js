import assert from "node:assert/strict";
import test from "node:test";

import { collection, narrowed } from "../../webapp/static/js/saving.js";

const OSLO = {
  type: "Feature",
  id: "cities/a:1",
  geometry: null,
  properties: {
    name: "Oslo",
    confidence: 0.9,
    sense_counts: { place: 1, actor: 1 },
    mentions: [
      { start: 0, end: 4, sense: "place", confidence: 0.6 },
      { start: 9, end: 13, sense: "actor", confidence: 0.9 },
    ],
  },
};

test("counts are taken anew of the mentions that are shown", () => {
  const { id, properties } = narrowed(OSLO, [{ start: 0, end: 4 }]);
  assert.equal(id, "cities/a:1");
  assert.equal(properties.confidence, 0.6);
  assert.deepEqual(properties.sense_counts, { place: 1, actor: 0 });
  assert.deepEqual(properties.mentions, [OSLO.properties.mentions[0]]);
});

test("features become a collection", () => {
  assert.deepEqual(JSON.parse(collection([OSLO])), { type: "FeatureCollection", features: [OSLO] });
});
