import assert from "node:assert/strict";
import test from "node:test";

import { isStale, shifting, yielding } from "../../webapp/static/js/yielding.js";

const OURS = { x: 100, y: 100, width: 40, height: 18 };
const claims = (boxes, points = []) => (zoom) => (zoom === 5 ? { boxes, points } : { boxes: [], points: [] });
const FREE = { bboxCollides: () => false };
const layout = (zoom = 5) => ({ zoom, index: FREE });
const box = (x, y) => ({ minX: x, minY: y, maxX: x + 30, maxY: y + 10 });
const label = (x, y) => [{ anchor: { x, y }, bboxes: [box(x, y)] }];
const at = (x, y) => [[{ x, y }]];
const named = (name) => ({ props: { name } });
/** As names beside a town: to the right of it, or else to the left. */
const BESIDE = {
  place: ({ index }, [[{ x, y }]]) =>
    [x, x - 30].map((left) => !index.bboxCollides(box(left, y), 0) && label(left, y)).find(Boolean),
};
/** As names of countries: upon their middle, whatever is there. */
const UPON = { place: (_, [[{ x, y }]]) => label(x, y) };

test("a label goes to the other side of its point where ours stands", () => {
  const [{ anchor }] = yielding(BESIDE, claims([OURS])).place(layout(), at(95, 102), named("Saitama"));
  assert.equal(anchor.x, 65);
});

test("a label that finds no other place is left out", () => {
  const all = { x: 0, y: 0, width: 500, height: 500 };
  assert.equal(yielding(BESIDE, claims([all])).place(layout(), at(95, 102), named("Saitama")), undefined);
  assert.equal(yielding(UPON, claims([OURS])).place(layout(), at(95, 102), named("Japan")), undefined);
  assert.equal(shifting(UPON, claims([all])).place(layout(), at(95, 102), named("Japan")), undefined);
});

test("claims of one zoom hold for no other", () => {
  const [{ anchor }] = yielding(BESIDE, claims([OURS])).place(layout(6), at(95, 102), named("Saitama"));
  assert.equal(anchor.x, 95);
});

test("the name of a country goes a little aside", () => {
  const [{ anchor }] = shifting(UPON, claims([OURS])).place(layout(), at(95, 110), named("Japan"));
  assert.equal(anchor.x, 95);
  assert.equal(anchor.y, 84);
});

test("what ours name is not named twice, but a namesake far away is", () => {
  const rule = yielding(UPON, claims([OURS], [{ x: 90, y: 109, name: "Busan" }]));
  assert.equal(rule.place(layout(), at(60, 109), named("Busan")), undefined);
  assert.ok(rule.place(layout(), at(300, 109), named("Busan")));
});

test("labels are stale if they stand where ours do, or if ours are gone", () => {
  const standing = { bboxCollides: ({ minX }) => minX === 100 };
  assert.ok(isStale(standing, { boxes: [OURS] }, null));
  assert.ok(!isStale(FREE, { boxes: [OURS] }, null));
  assert.ok(!isStale(FREE, { boxes: [OURS] }, { boxes: [OURS] }));
  assert.ok(isStale(FREE, { boxes: [] }, { boxes: [OURS] }));
});
