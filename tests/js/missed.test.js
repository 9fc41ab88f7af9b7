import assert from "node:assert/strict";
import test from "node:test";

import { timesIn, wordsOf } from "../../webapp/static/js/missed.js";

test("what surrounds a name is no part of it", () => {
  assert.equal(wordsOf(" “Elm Fork”, "), "Elm Fork");
  assert.equal(wordsOf("Elm\n   Fork"), "Elm Fork");
  assert.equal(wordsOf("(St. Ives (Cornwall)"), "St. Ives (Cornwall)");
});

test("what has no letter, or is too long, can be no name", () => {
  for (const words of ["", "  ", "12", "…", "a".repeat(81)]) assert.equal(wordsOf(words), "", words);
});

test("whole words are counted, over line ends and whatever they hold", () => {
  assert.equal(timesIn("Old oak (old\noak), old oaks; an old oak.", "old oak"), 2);
  assert.equal(timesIn("St. (A) and St. (A)", "St. (A)"), 2);
  assert.equal(timesIn("Łódź, Łódźka", "Łódź"), 1);
});
