import assert from "node:assert/strict";
import test from "node:test";

import { chapters } from "../../webapp/static/js/story.js";

const geometry = { type: "Point", coordinates: [0, 0] };
const place = (name, layer, starts, more = {}) => ({
  name,
  layer,
  geometry,
  mentions: starts.map((start) => ({ start, sense: "place" })),
  ...more,
});
const names = (features) => chapters(features).map(({ feature }) => feature.name);

test("described places in text order, then the most named", () => {
  const features = [
    place("seldom", "cities", [1]),
    place("often", "cities", [2, 3, 4]),
    place("later", "described", [90]),
    place("sooner", "described", [9]),
  ];
  assert.deepEqual(names(features), ["sooner", "later", "often", "seldom"]);
});

test("governments, members of a set and what has no location are no stops", () => {
  const features = [
    place("state", "governments", [1]),
    place("member", "ports", [2], { described: true }),
    place("nowhere", "cities", [3], { geometry: null }),
    place("acts", "countries", [], { mentions: [{ start: 4, sense: "actor" }] }),
  ];
  assert.deepEqual(names(features), []);
});
