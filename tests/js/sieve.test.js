import assert from "node:assert/strict";
import test from "node:test";

import { Sieve, filterChanged } from "../../webapp/static/js/sieve.js";
import { DEFAULT } from "../../webapp/static/js/state.js";

const mention = (start, sense = "place") => ({ start, sense, confidence: 0.9, excerpt: "" });
const feature = (layer, name, sense) => ({
  layer,
  place_id: name,
  name,
  names: {},
  kind: "city",
  country: "NO",
  mentions: [mention(name.length, sense)],
});
const SIEVE = new Sieve([
  feature("cities", "Oslo"),
  feature("cities", "Bergen"),
  feature("governments", "Norway", "actor"),
]);

test("a layer says how many are shown of how many", () => {
  const { counts } = SIEVE.sift({ ...DEFAULT, q: "oslo" });
  assert.deepEqual([...counts.total], [["cities", 2], ["governments", 1]]);
  assert.deepEqual([...counts.shown], [["cities", 1]]);
  assert.equal(counts.filters, 1);
});

test("a layer that the sense leaves off says what it would show", () => {
  const { counts, visible } = SIEVE.sift(DEFAULT);
  assert.equal(visible.length, 2);
  assert.equal(counts.shown.get("governments"), 1);
});

test("what a filter finds in layers that are off is hidden, not lost", () => {
  const { hidden, visible } = SIEVE.sift({ ...DEFAULT, q: "bergen", layers: ["governments"] });
  assert.equal(visible.length, 0);
  assert.equal(hidden, 1);
});

test("without a filter nothing counts as hidden", () => {
  assert.equal(SIEVE.sift({ ...DEFAULT, layers: [] }).hidden, 0);
});

test("only what sifts changes what is left", () => {
  assert.ok(filterChanged({ ...DEFAULT, q: "oslo" }, { ...DEFAULT }));
  assert.ok(!filterChanged({ ...DEFAULT, at: "5/60/10" }, { ...DEFAULT }));
  assert.ok(filterChanged(DEFAULT, DEFAULT)); // the first view
});

test("a time hides what carries no date, and says how much", () => {
  const when = { start: "1953-09-01", end: "1953-09-30" };
  const [oslo, bergen] = [feature("cities", "Oslo"), feature("cities", "Bergen")];
  const sieve = new Sieve([{ ...oslo, mentions: [{ ...oslo.mentions[0], when }] }, bergen]);
  const { visible, anytime, undated } = sieve.sift({ ...DEFAULT, datetime: "1953" });
  assert.deepEqual([visible.length, anytime.length, undated], [1, 2, 1]);
  assert.equal(sieve.sift(DEFAULT).undated, 0);
  assert.ok(filterChanged({ ...DEFAULT, datetime: "1953" }, { ...DEFAULT }));
});
