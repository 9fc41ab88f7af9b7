import assert from "node:assert/strict";
import test from "node:test";

globalThis.document = {};
const { wrapped } = await import("../../webapp/static/js/picture.js");
const pen = { measureText: (text) => ({ width: text.length }) };

test("words are put into lines that fit", () => {
  assert.deepEqual(wrapped(pen, "one two three", 7), ["one two", "three"]);
});

test("a word that fits no line has one of its own", () => {
  assert.deepEqual(wrapped(pen, "a incomprehensible b", 5), ["a", "incomprehensible", "b"]);
});
