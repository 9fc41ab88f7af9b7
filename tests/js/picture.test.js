import assert from "node:assert/strict";
import test from "node:test";

globalThis.document = {};
const { fileName, wrapped } = await import("../../webapp/static/js/picture.js");
const pen = { measureText: (text) => ({ width: text.length }) };

test("words are put into lines that fit", () => {
  assert.deepEqual(wrapped(pen, "one two three", 7), ["one two", "three"]);
});

test("a word that fits no line has one of its own", () => {
  assert.deepEqual(wrapped(pen, "a incomprehensible b", 5), ["a", "incomprehensible", "b"]);
});

test("a file is called as the article, in any script", () => {
  assert.equal(fileName("Baltic ferries: “run” again?"), "Baltic-ferries-run-again");
  assert.equal(fileName("평양 → Москва/../etc"), "평양-Москва-etc");
  assert.equal(fileName("…"), "map");
  assert.ok(fileName("word ".repeat(40)).length <= 65);
});
