import assert from "node:assert/strict";
import test from "node:test";

import { wordsOf } from "../../webapp/static/js/missed.js";

test("what surrounds a name is no part of it", () => {
  assert.equal(wordsOf(" “Elm Fork”, "), "Elm Fork");
  assert.equal(wordsOf("Elm\n   Fork"), "Elm Fork");
  assert.equal(wordsOf("(St. Ives (Cornwall)"), "St. Ives (Cornwall)");
});

test("what has no letter, or is too long, can be no name", () => {
  for (const words of ["", "  ", "12", "…", "a".repeat(81)]) assert.equal(wordsOf(words), "", words);
});
