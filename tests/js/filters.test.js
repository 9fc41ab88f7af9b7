import assert from "node:assert/strict";
import test from "node:test";

import { filtersInUse, sift } from "../../webapp/static/js/filters.js";
import { DEFAULT } from "../../webapp/static/js/state.js";

const mention = (start, sense = "place", confidence = 0.9, excerpt = "") => ({
  start,
  sense,
  confidence,
  excerpt,
});
const feature = (layer, name, mentions, more = {}) => ({
  layer,
  place_id: name,
  name,
  names: {},
  kind: "city",
  country: "NO",
  mentions,
  ...more,
});
const OSLO = feature("cities", "Oslo", [mention(0, "place", 0.9, "Ice in Oslo"), mention(9, "place", 0.4)]);
const BERGEN = feature("cities", "Bergen", [mention(20, "place", 0.6)], { names: { de: "Björgvin" } });
const NORWAY = feature("governments", "Norway", [mention(30, "actor")], { kind: "country" });
const ALL = [OSLO, BERGEN, NORWAY];
const shown = (features, state) => sift(features, state).visible;
const names = (features) => features.map(({ name }) => name);

test("the first view shows places and no governments", () => {
  assert.deepEqual(names(shown(ALL, DEFAULT)), ["Oslo", "Bergen"]);
});

test("a feature that nothing filters is the very same", () => {
  assert.equal(shown(ALL, DEFAULT)[0], OSLO);
});

test("filters act on mentions first", () => {
  const [oslo] = shown(ALL, { ...DEFAULT, confidence: ["doubtful"] });
  assert.deepEqual(oslo.mentions, [OSLO.mentions[1]]);
  assert.equal(OSLO.mentions.length, 2);
});

test("a feature without mentions left is dropped", () => {
  assert.deepEqual(names(shown(ALL, { ...DEFAULT, sense: "actor" })), ["Norway"]);
});

test("what hidden layers would show is known", () => {
  const state = { ...DEFAULT, layers: [] };
  assert.deepEqual(shown(ALL, state), []);
  assert.deepEqual(names(sift(ALL, state).everywhere), ["Oslo", "Bergen"]);
});

test("a value of one facet counts what the other facets leave", () => {
  const port = feature("ports", "Gdańsk", [mention(40)], { kind: "port", country: "PL" });
  const { facets } = sift([...ALL, port], { ...DEFAULT, country: ["NO"] });
  assert.deepEqual([...facets.kind], [["city", 2]]);
  assert.deepEqual([...facets.country], [["NO", 2], ["PL", 1]]);
});

test("a search finds names, local names and text, without accents or case", () => {
  const found = (q) => names(shown(ALL, { ...DEFAULT, q }));
  assert.deepEqual(found("OSLO"), ["Oslo"]);
  assert.deepEqual(found("bjorgvin"), ["Bergen"]);
  assert.deepEqual(found("ice in"), ["Oslo"]);
  assert.deepEqual(found("nowhere"), []);
});

test("a search finds what lies in a region, by its name and with it", () => {
  const clinton = (region, start) =>
    feature("cities", "Clinton", [mention(start)], { region, names: { ru: "Клинтон" } });
  const all = [clinton("Mississippi", 40), clinton("Iowa", 50), feature("cities", "Null", [mention(60)])];
  const found = (q) => shown(all, { ...DEFAULT, q }).map(({ region }) => region);
  assert.deepEqual(found("mississippi"), ["Mississippi"]);
  assert.deepEqual(found("Clinton, Iowa"), ["Iowa"]);
  assert.deepEqual(found("null"), [undefined]);
});

test("counts of a facet leave its own choice aside", () => {
  const state = { ...DEFAULT, confidence: ["likely"] };
  assert.deepEqual([...sift(ALL, state).facets.confidence], [
    ["likely", 1],
    ["sure", 1],
    ["doubtful", 1],
  ]);
});

test("a chosen value stays, even if nothing is left of it", () => {
  const state = { ...DEFAULT, kind: ["port"], q: "oslo" };
  assert.equal(sift(ALL, state).facets.kind.get("port"), 0);
});

test("filters in use are counted, layers and senses are none", () => {
  assert.equal(filtersInUse({ ...DEFAULT, q: "a", kind: ["city"], sense: "both" }), 2);
});

test("a time lets through the mentions that are dated to it, and no others", () => {
  const when = (start, end) => ({ when: { start, end, text: "", how: "written" } });
  const ruins = { ...mention(0), ...when("1945-01-01", "1945-12-31") };
  const ice = { ...mention(9), ...when("1953-09-01", "1953-09-30") };
  const all = [feature("cities", "Oslo", [ruins, ice, mention(20)]), BERGEN];
  const left = (datetime) => shown(all, { ...DEFAULT, datetime }).map(({ name, mentions }) => [name, mentions.length]);
  assert.deepEqual(left("1953"), [["Oslo", 1]]);
  assert.deepEqual(left("1945/1953"), [["Oslo", 2]]);
  assert.deepEqual(left("1960/.."), []);
  assert.equal(filtersInUse({ ...DEFAULT, datetime: "1953" }), 1);
});
