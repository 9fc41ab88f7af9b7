import assert from "node:assert/strict";
import test from "node:test";

import { collection } from "../../webapp/static/js/saving.js";

test("counts are taken anew of the mentions that are shown", () => {
  const mentions = [{ sense: "place", confidence: 0.6 }];
  const raw = { name: "Oslo", confidence: 0.9, sense_counts: { place: 1, actor: 3 }, mentions: [] };
  const text = collection([{ layer: "cities", place_id: "a:1", geometry: null, raw, mentions }]);
  const [feature] = JSON.parse(text).features;
  assert.equal(feature.id, "cities/a:1");
  assert.equal(feature.properties.confidence, 0.6);
  assert.deepEqual(feature.properties.sense_counts, { place: 1, actor: 0 });
  assert.deepEqual(feature.properties.mentions, mentions);
});
