import assert from "node:assert/strict";
import { test } from "node:test";

import { hitsOf, key, keyed } from "../../webapp/static/js/key.js";

/** What of a text is hit, as it is written there. */
function found(text, q) {
  return hitsOf(keyed(text), key(q)).map(([start, end]) => text.slice(start, end));
}

test("a key is as the server makes it", () => {
  assert.equal(key("Sŏnbong"), "sonbong");
  assert.equal(key("Ch'ŏngjin"), "chongjin");
  assert.equal(key("Saint-Denis U.S."), "saint denis u s");
  assert.equal(key("평양"), "평양");
});

test("the end of a Greek word is no other letter, as on the server", () => {
  assert.equal(key("ΠΕΙΡΑΙΆΣ"), key("Πειραιάς"));
});

test("a text with its offsets has the very form that words are compared in", () => {
  for (const text of ["Sŏnbong", "N’Djamena, Saint-Denis", "ﬁn ½ ß", "평양", "가\u0301 🚢 İzmir — Ø"]) {
    assert.equal(keyed(text).form.trim(), key(text));
    assert.equal(keyed(text).from.length, keyed(text).form.length);
  }
});

test("words are found whatever their case, accents and punctuation", () => {
  assert.deepEqual(found("Gdańsk and GDANSK, Gdan\u0301sk.", "gdansk"), ["Gdańsk", "GDANSK", "Gdan\u0301sk"]);
  assert.deepEqual(found("In N’Djamena", "ndjamena"), ["N’Djamena"]);
  assert.deepEqual(found("at Saint-Denis — \n or Saint Denis", "saint denis"), ["Saint-Denis", "Saint Denis"]);
});

test("a hit stands where the text has it, after an emoji and in other scripts", () => {
  assert.deepEqual(hitsOf(keyed("🚢 Gdynia"), "gdynia"), [[3, 9]]);
  assert.deepEqual(found("북한 평양에서", "평양"), ["평양"]);
  assert.deepEqual(found("\u1111\u1167\u11bc\u110b\u1163\u11bc에서", "평양"), ["\u1111\u1167\u11bc\u110b\u1163\u11bc"]);
});

test("hits do not overlap, and nothing is hit by nothing", () => {
  assert.deepEqual(hitsOf(keyed("anana"), "ana"), [[0, 3]]);
  assert.deepEqual(hitsOf(keyed("anana"), key(" — ")), []);
});
