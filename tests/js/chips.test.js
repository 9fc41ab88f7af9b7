import assert from "node:assert/strict";
import test from "node:test";

import { chipsOf } from "../../webapp/static/js/chips.js";
import { DEFAULT } from "../../webapp/static/js/state.js";

test("a plain view has no chips", () => {
  assert.deepEqual(chipsOf(DEFAULT), []);
});

test("every filter is named, and its chip takes away that one alone", () => {
  const state = { ...DEFAULT, kind: ["port", "city"], country: ["PL"], q: "ice", bbox: [0, 1, 2, 3] };
  const chips = chipsOf(state);
  assert.deepEqual(
    chips.map(({ words }) => words),
    ["Port", "City or town", "Poland", "“ice”", "On the map now"],
  );
  assert.deepEqual(chips[0].change, { kind: ["city"] });
  assert.deepEqual(chips[3].change, { q: "" });
  assert.deepEqual(chips[4].change, { bbox: null });
});

test("a time is said in words, and its chip lets any time in again", () => {
  const [chip] = chipsOf({ ...DEFAULT, datetime: "1953-09" });
  assert.deepEqual(chip, { words: "September 1953", change: { datetime: null } });
});
