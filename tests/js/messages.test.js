import assert from "node:assert/strict";
import test, { afterEach } from "node:test";

import { figures, language, msg, woven, speak, t, tn } from "../../webapp/static/js/messages.js";

const ENGLISH = { language: "en", messages: {} };

afterEach(() => speak(ENGLISH));

test("English is said as it stands", () => {
  assert.equal(t(msg("Show in the text")), "Show in the text");
  assert.equal(t("{number} of {all}", { number: 1, all: "<b>" }), "1 of <b>");
  assert.equal(tn("{number} place", "{number} places", 1), "1 place");
  assert.equal(tn("{number} place", "{number} places", 1024), "1,024 places");
  assert.deepEqual([0, 999, 1000, 69900, 1234567].map(figures), ["0", "999", "1,000", "69,900", "1,234,567"]);
  assert.equal(language(), "en");
});

test("another language says it otherwise, and what it lacks in English", () => {
  speak({ language: "de", messages: { "{a} of {b}": "von {b} {a}", "10,000": "10.000" } });
  assert.equal(t("{a} of {b}", { a: 1, b: 2 }), "von 2 1");
  assert.equal(t("Unknown"), "Unknown");
  assert.equal(t("constructor"), "constructor");
  assert.equal(figures(1234567), "1.234.567");
  assert.equal(language(), "de");
});

test("a number takes the plural form of its language", () => {
  speak({ language: "ru", messages: { "{number} place": ["{number} место", "{number} места", "{number} мест"] } });
  const said = (number) => tn("{number} place", "{number} places", number);
  assert.deepEqual([1, 2, 5, 11, 21, 104].map(said), ["1 место", "2 места", "5 мест", "11 мест", "21 место", "104 места"]);
  speak({ language: "ja", messages: { "{number} place": ["{number}か所"] } });
  assert.equal(said(3), "3か所");
  speak({ language: "fr", messages: { "{number} place": ["{number} lieu", "{number} lieux"] } });
  assert.deepEqual([0, 1, 2, 1000000].map(said), ["0 lieu", "1 lieu", "2 lieux", "1,000,000 lieux"]);
});

test("elements stand where the language has them", () => {
  speak({ language: "de", messages: { "Show {name} here": "{name} hier zeigen" } });
  assert.deepEqual(woven("Show {name} here", { name: ["Oslo"] }), ["Oslo", " hier zeigen"]);
  assert.deepEqual(woven("Only {name}", { name: "Oslo" }), ["Only ", "Oslo"]);
});
