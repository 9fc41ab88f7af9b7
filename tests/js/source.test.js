import assert from "node:assert/strict";
import test from "node:test";

import { withShapes } from "../../webapp/static/js/source.js";

const LINE = { type: "LineString", coordinates: [[1, 2], [3, 4]] };
const feature = (id, geometry = null) => ({ type: "Feature", geometry, properties: { place_id: id } });

test("a shape that stands in the page once is put into every feature of its place", () => {
  const content = { features: [feature("a"), feature("a"), feature("b")] };
  const { features } = withShapes(content, () => ({ a: LINE }));
  assert.deepEqual(features.map(({ geometry }) => geometry), [LINE, LINE, null]);
});

test("a point stays where it stands", () => {
  const point = { type: "Point", coordinates: [1, 2] };
  const { features } = withShapes({ features: [feature("a", point)] }, () => ({}));
  assert.deepEqual(features[0].geometry, point);
});

test("what is drawn of a place has its shape", () => {
  const { places } = withShapes({ places: { a: {}, b: { at: [1, 2] } } }, () => ({ a: LINE }));
  assert.deepEqual(places, { a: { geometry: LINE }, b: { at: [1, 2] } });
});

test("what has no shapes does not ask for them", () => {
  const fail = () => assert.fail("asked");
  assert.deepEqual(withShapes({ mentions: [] }, fail), { mentions: [] });
});
