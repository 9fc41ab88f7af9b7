import assert from "node:assert/strict";
import { test } from "node:test";

import { classOf, radiusOf, strays } from "../../webapp/static/js/shapes.js";

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

test("an outline strays where its tolerance is more than some pixels", () => {
  const russia = { layer: "countries", precision_km: 24, geometry: { type: "MultiPolygon" } };
  assert.ok(!strays(russia, { lat: 60, zoom: 6 }));
  assert.ok(strays(russia, { lat: 60, zoom: 7 }));
  assert.ok(!strays({ ...russia, precision_km: 0.5 }, { lat: 60, zoom: 9 }));
});

test("the same outline strays by more pixels near a pole", () => {
  const arctic = { layer: "regions", precision_km: 20, geometry: { type: "Polygon" } };
  assert.deepEqual([10, 80].map((lat) => strays(arctic, { lat, zoom: 6 })), [false, true]);
});

test("a dashed edge claims nothing, and stays", () => {
  const area = { layer: "described", precision_km: 500, geometry: { type: "Polygon" } };
  const circle = { ...area, layer: "regions", point: { type: "Point" } };
  assert.deepEqual([area, circle].map((each) => strays(each, { lat: 0, zoom: 9 })), [false, false]);
});
