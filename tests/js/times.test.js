import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { edgeOf, isWithin, readTimes, unitOf, writeTimes } from "../../webapp/static/js/times.js";

/** The very list that the server's filter is tested with. */
const TABLE = JSON.parse(readFileSync(new URL("../data/datetime.json", import.meta.url), "utf-8"));

test("a mention passes as it does on the server", () => {
  for (const { datetime, when, passes } of TABLE.mentions) {
    const span = when && { start: when[0], end: when[1] };
    assert.equal(isWithin(span, readTimes(datetime)), passes, `${datetime} of ${when}`);
  }
});

test("what the server refuses is no time here either", () => {
  for (const text of TABLE.refused) assert.equal(readTimes(text), null, text);
});

test("a stretch is as exact as its ends", () => {
  assert.equal(unitOf(readTimes("1950/1953")), "year");
  assert.equal(unitOf(readTimes("1953-09/1953-11")), "month");
  assert.equal(unitOf(readTimes("1953-09-01/1953-11-02")), "day");
  assert.equal(unitOf(readTimes("1952-02")), "month");
});

test("an address has a stretch in few characters, and reads the same", () => {
  for (const text of ["1953", "1953-09", "1953-09-08", "1950/1953", "1953-09/1953-11", "../1953-09", "2001/.."]) {
    const { start, end } = readTimes(text);
    const open = { start: text.startsWith("..") ? null : start, end: text.endsWith("..") ? null : end };
    assert.equal(writeTimes(open), text);
  }
  assert.equal(writeTimes({ start: null, end: null }), null);
  assert.equal(writeTimes({ start: "1953-01-01", end: "1953-01-31" }), "1953-01");
});

test("the one end of a stretch is no more exact than it looks", () => {
  assert.deepEqual(edgeOf({ start: "2001-01-01", end: null }), readTimes("2001"));
  assert.deepEqual(edgeOf({ start: null, end: "1953-09-30" }), readTimes("1953-09"));
});
