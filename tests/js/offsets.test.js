import assert from "node:assert/strict";
import test from "node:test";

import { parts, unitOffset } from "../../webapp/static/js/offsets.js";

test("an emoji is one code point and two units", () => {
  assert.equal(unitOffset("🚢 Gdańsk", 2), 3);
});

test("an offset past the end is the end", () => {
  assert.equal(unitOffset("ab", 9), 2);
});

test("Hangul and accents count as they are written", () => {
  assert.equal(unitOffset("평양 e\u0301", 4), 4);
});

test("an excerpt is cut around its mention", () => {
  const mention = { start: 13, end: 17, excerpt: "🚢 in Oslo.", excerpt_start: 8 };
  assert.deepEqual(parts(mention), ["🚢 in ", "Oslo", "."]);
});

test("of two equal words the mentioned one is cut out", () => {
  const mention = { start: 9, end: 13, excerpt: "Oslo and Oslo", excerpt_start: 0 };
  assert.deepEqual(parts(mention), ["Oslo and ", "Oslo", ""]);
});
