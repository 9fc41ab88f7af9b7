import assert from "node:assert/strict";
import { test } from "node:test";

import { Finer, isCoarse, serves, widened } from "../../webapp/static/js/finer.js";

const KOLA = [28, 66, 42, 70];
const VIEW = { lat: 68, zoom: 7, box: KOLA };
const RUSSIA = {
  place_id: "ne:RUS",
  kind: "country",
  layer: "countries",
  precision_km: 24,
  bbox: [19, 41, -169, 82],
  geometry: { type: "MultiPolygon", coordinates: [[[[19, 41], [19, 82], [60, 82]]]] },
};
const SHAPE = { type: "Polygon", scale: 1, parts: [[28, 66, 1, 0, 0, 1]] };

test("an area is coarse where a reader would see it", () => {
  assert.ok(isCoarse(RUSSIA, VIEW));
  assert.ok(!isCoarse({ ...RUSSIA, precision_km: 0.4 }, VIEW));
  assert.ok(!isCoarse(RUSSIA, { ...VIEW, zoom: 2 }));
});

test("what lies elsewhere is no matter", () => {
  const peru = { ...RUSSIA, bbox: [-81, -18, -69, 0] };
  assert.ok(!isCoarse(peru, VIEW));
  assert.ok(!isCoarse(RUSSIA, { ...VIEW, box: [28, -70, 42, -66] }));
  assert.ok(!isCoarse(RUSSIA, { ...VIEW, box: [185, 66, 180, 70] })); // beyond the world
});

test("a sea follows the shore loosely, however finely it came", () => {
  const sea = { ...RUSSIA, kind: "sea", precision_km: null };
  assert.ok(isCoarse(sea, VIEW));
  assert.ok(!isCoarse(sea, { ...VIEW, zoom: 4 }));
});

test("what is fine for a view serves within its box, and farther away", () => {
  const known = { zoom: 7, box: [20, 60, 50, 72] };
  assert.ok(serves(known, VIEW));
  assert.ok(serves(known, { ...VIEW, zoom: 6 }));
  assert.ok(!serves(known, { ...VIEW, zoom: 8 }));
  assert.ok(!serves(known, { ...VIEW, box: [10, 66, 42, 70] }));
  assert.ok(!serves(undefined, VIEW));
});

test("a box grows no larger than the world", () => {
  assert.deepEqual(widened([-170, 60, -150, 80], 1), [-180, 40, -130, 85]);
});

/** A drawing of Russia, a server that knows it, and what either was told. */
function stage(view, shapes = { "ne:RUS": SHAPE }) {
  const [asked, drawn, classes] = [[], [], new Set()];
  globalThis.fetch = async (url) => {
    asked.push(new URLSearchParams(url.split("?")[1]));
    return { json: async () => ({ shapes }) };
  };
  const classList = { toggle: (name, on) => (on ? classes.add(name) : classes.delete(name)) };
  const path = { setLatLngs: (corners) => drawn.push(corners), getElement: () => ({ classList }) };
  const entry = { feature: RUSSIA, shape: { getLayers: () => [path] } };
  const seen = { ...view };
  const finer = new Finer("/finer.json", { entries: () => [entry, entry] }, () => seen);
  const rest = async (change = {}) => {
    Object.assign(seen, change);
    finer._look();
    await new Promise(setImmediate);
  };
  return { asked, drawn, classes, rest };
}

test("a place is asked for once, with what lies around the view", async () => {
  const { asked, drawn, classes, rest } = stage(VIEW);
  await rest();
  await rest({ box: [29, 66, 43, 70] });
  assert.equal(asked.length, 1);
  assert.equal(asked[0].get("bbox"), "21,64,49,72");
  assert.equal(asked[0].get("zoom"), "7");
  assert.deepEqual(asked[0].getAll("place"), ["ne:RUS"]);
  assert.deepEqual(drawn, [[[[66, 28], [66, 29], [67, 29]]]]);
  assert.deepEqual([...classes], ["shape--fine"]);
});

test("far away a place is drawn again as it came", async () => {
  const { drawn, classes, rest } = stage(VIEW);
  await rest();
  await rest({ zoom: 2, box: [-180, -80, 180, 80] });
  assert.deepEqual(drawn.at(-1), [[[[41, 19], [82, 19], [82, 60]]]]);
  assert.equal(classes.size, 0);
});

test("what is not in view is asked for again only in another view", async () => {
  const { asked, drawn, rest } = stage(VIEW, {});
  await rest();
  await rest({ box: [29, 66, 43, 70] });
  assert.equal(asked.length, 1);
  await rest({ box: [60, 66, 74, 70] });
  assert.equal(asked.length, 2);
  assert.deepEqual(drawn, []);
});
