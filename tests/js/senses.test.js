import assert from "node:assert/strict";
import test from "node:test";

import { asideWords } from "../../webapp/static/js/senses.js";

test("the switch of senses says how many mentions it hides", () => {
  const counts = { place: 39, actor: 1 };
  assert.equal(asideWords("place", counts), "1 mention of governments set aside");
  assert.equal(asideWords("actor", counts), "39 mentions of places set aside");
  assert.equal(asideWords("both", counts), "");
});

test("nothing is said where nothing is hidden", () => {
  assert.equal(asideWords("place", { place: 3, actor: 0 }), "");
});
