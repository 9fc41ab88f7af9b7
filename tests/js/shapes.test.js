import assert from "node:assert/strict";
import { test } from "node:test";

import { classOf, radiusOf } from "../../webapp/static/js/shapes.js";

const REGION = {
  layer: "regions",
  kind: "region",
  geometry: { type: "Polygon" },
  mentions: [{}],
};

test("an area that covers the rest is drawn by its edge", () => {
  const europe = { ...REGION, bbox: [-25, 35, 60, 72] };
  assert.match(classOf(europe, "region", "area"), /shape--vast/);
});

test("a small area is filled", () => {
  const pomerania = { ...REGION, bbox: [16, 53, 20, 55] };
  assert.doesNotMatch(classOf(pomerania, "region", "area"), /shape--vast/);
});

test("a sea with all its bays is filled", () => {
  const ofJapan = { ...REGION, kind: "sea", bbox: [126.4, 32.4, 142.2, 53.4] };
  assert.doesNotMatch(classOf(ofJapan, "region", "area"), /shape--vast/);
});

test("an area across the antimeridian is as wide as it is", () => {
  const union = { ...REGION, bbox: [21, 35, -169, 81] };
  const chukotka = { ...REGION, bbox: [179, 62, -179, 70] };
  assert.match(classOf(union, "region", "area"), /shape--vast/);
  assert.doesNotMatch(classOf(chukotka, "region", "area"), /shape--vast/);
});

test("what is named more often is larger, up to a limit", () => {
  const city = (count) => ({ layer: "cities", mentions: Array(count).fill({}) });
  assert.ok(radiusOf(city(4), "city") > radiusOf(city(1), "city"));
  assert.equal(radiusOf(city(400), "city"), 10);
});
