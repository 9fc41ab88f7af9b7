import assert from "node:assert/strict";
import test from "node:test";

import { speak } from "../../webapp/static/js/messages.js";
import { namesOf } from "../../webapp/static/js/popup.js";

test("what the country calls a place comes first, other languages apart", () => {
  const names = { el: "Πιονγιάνγκ", ko: "평양", de: "Pjöngjang", en: "Pyongyang" };
  const { local, others } = namesOf({ name: "Pyongyang", names, country: "KP" });
  assert.deepEqual(local, [["ko", "평양"]]);
  assert.deepEqual(others, [["el", "Πιονγιάνγκ"], ["de", "Pjöngjang"]]);
});

test("the reader's language comes first, where the page is not English", () => {
  speak({ language: "de", messages: {} });
  const names = { el: "Πιονγιάνγκ", ko: "평양", de: "Pjöngjang" };
  const { local, others } = namesOf({ name: "Pyongyang", names, country: "KP" });
  assert.deepEqual(local, [["de", "Pjöngjang"], ["ko", "평양"]]);
  assert.deepEqual(others, [["el", "Πιονγιάνγκ"]]);
  speak({ language: "en", messages: {} });
});

test("a name that languages share is given once", () => {
  const names = { pl: "Gdańsk", cs: "Gdańsk", de: "Danzig" };
  const { local, others } = namesOf({ name: "Gdańsk", names, country: "PL" });
  assert.deepEqual([local, others], [[], [["de", "Danzig"]]]);
});
