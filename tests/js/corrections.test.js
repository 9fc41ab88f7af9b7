import assert from "node:assert/strict";
import test from "node:test";

import { lightWords, placeSent } from "../../webapp/static/js/corrections.js";

test("a place goes by its id, and one put by hand by where it lies", () => {
  assert.equal(placeSent({ id: "geonames:1", lat: 1, lon: 2 }), "geonames:1");
  assert.deepEqual(placeSent({ id: "person:1,2", lat: 1, lon: 2 }), { lat: 1, lon: 2 });
  assert.equal(placeSent(undefined), undefined);
});

test("what else has changed is said by name", () => {
  assert.equal(lightWords([]), "");
  assert.equal(lightWords(["Windsor"]), " In its light, Windsor is read anew.");
  assert.equal(lightWords(["a", "b"]), " In its light, a and b are read anew.");
  assert.equal(lightWords([..."abcdefg"]), " In its light, a, b, c, d, e and 2 more are read anew.");
});
