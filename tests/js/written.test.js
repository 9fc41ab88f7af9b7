import assert from "node:assert/strict";
import test from "node:test";

import { written, writtenWords } from "../../webapp/static/js/written.js";

const said = (...phrases) =>
  phrases.map((excerpt) => ({ start: 5, end: 5 + [...excerpt].length, excerpt, excerpt_start: 5 }));

test("what the text writes otherwise is told, the most used first", () => {
  const mentions = said("White House", "Casablanca", "Anfa", "Anfa");
  assert.deepEqual(written({ name: "Casablanca", mentions }), ["Anfa", "White House"]);
});

test("case, accents and broken lines are no other way of writing", () => {
  assert.deepEqual(written({ name: "São Paulo", mentions: said("Sao Paulo", "SÃO\nPAULO") }), []);
  assert.deepEqual(written({ name: "Gdańsk", mentions: said("🚢 Gdańsk") }), []);
});

test("the members of a set are not written by the name of the set", () => {
  const mentions = said("Polish ports");
  assert.deepEqual(written({ name: "Gdynia", described: true, mentions }), []);
});

test("two ways are told, and that there are more", () => {
  assert.equal(writtenWords([]), "");
  assert.equal(writtenWords(["White House"]), "written “White House”");
  assert.equal(writtenWords(["a", "b", "c"]), "written “a”, “b”, …");
});
