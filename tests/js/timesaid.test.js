import assert from "node:assert/strict";
import test from "node:test";

import { t, tn } from "../../webapp/static/js/messages.js";
import { saidWith } from "../../webapp/static/js/timesaid.js";
import { timeWords } from "../../webapp/static/js/timewords.js";

const SAID = saidWith({ t, tn, timeWords });

test("a pause is told in the unit one would use", () => {
  assert.deepEqual([1, 12, 92, 25_202].map(SAID.elapsed), ["1 day", "12 days", "3 months", "69 years"]);
});

test("a bar says its time and what is spoken of it", () => {
  assert.equal(SAID.bar("September 1953", 1, 2), "September 1953: 1 mention, 2 places");
});

test("what carries no date is counted in words", () => {
  assert.deepEqual([0, 1, 2].map(SAID.undated), [
    "Every mention carries a date",
    "1 mention carries no date",
    "2 mentions carry no date",
  ]);
});
