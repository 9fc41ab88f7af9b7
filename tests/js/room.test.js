import assert from "node:assert/strict";
import { test } from "node:test";

import { freeRoom } from "../../webapp/static/js/room.js";

function box(left, top, width, height) {
  return { left, top, width, height, right: left + width, bottom: top + height };
}

const MAP = box(500, 50, 700, 700);

test("all of a bare map is free", () => {
  const nothing = { left: 0, top: 0, right: 0, bottom: 0 };
  assert.deepEqual(freeRoom(MAP, []), nothing);
  assert.deepEqual(freeRoom(MAP, [box(0, 0, 0, 0)]), nothing);
});

test("what stands beside a card is free", () => {
  const room = freeRoom(MAP, [box(510, 100, 300, 640)]);
  assert.deepEqual(room, { left: 310, top: 0, right: 0, bottom: 0 });
});

test("between a card and a panel the wider part is chosen, not the gap", () => {
  const card = box(510, 350, 370, 390);
  const panel = box(890, 60, 300, 400);
  const room = freeRoom(MAP, [card, panel]);
  assert.deepEqual(room, { left: 0, top: 0, right: 310, bottom: 400 });
});
