import assert from "node:assert/strict";
import test from "node:test";

import { symbolOf } from "../../webapp/static/js/symbols.js";

test("a layer has a sign", () => {
  assert.equal(symbolOf("ports"), "port");
  assert.equal(symbolOf("governments", "country"), "government");
});

test("a kind may have a sign of its own", () => {
  assert.equal(symbolOf("landmarks", "airport"), "airport");
  assert.equal(symbolOf("landmarks", "station"), "landmark");
  assert.equal(symbolOf("described", "border"), "line");
  assert.equal(symbolOf("described", "region"), "area");
});
