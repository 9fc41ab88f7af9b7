import assert from "node:assert/strict";
import test from "node:test";

import {
  DEFAULT,
  Store,
  downloadQuery,
  isOn,
  readPosition,
  readQuery,
  turned,
  writeQuery,
} from "../../webapp/static/js/state.js";

const LAYERS = ["cities", "ports", "governments"];
const KNOWN = {
  layers: LAYERS,
  kind: ["city", "port"],
  country: ["NO", "KP"],
  confidence: ["sure", "likely", "doubtful"],
  place: ["geonames:3143244"],
};

test("the first view has a plain address", () => {
  assert.equal(writeQuery(DEFAULT), "");
  assert.deepEqual(readQuery("", KNOWN), { state: { ...DEFAULT }, unknown: [] });
});

test("an address is short and readable", () => {
  const state = { ...DEFAULT, layers: ["cities", "ports"], place: "geonames:3143244", at: "5/60/10" };
  assert.equal(writeQuery(state), "?layers=cities,ports&place=geonames:3143244&at=5/60/10");
});

test("what is written is read again", () => {
  const state = {
    ...DEFAULT,
    layers: [],
    sense: "both",
    kind: ["port"],
    country: ["KP", "NO"],
    confidence: ["sure"],
    q: "a&b=c,d 평양 %2C+",
    place: "geonames:3143244",
    mention: 0,
    at: "7/-50.06/179.9",
    view: "places",
  };
  assert.deepEqual(readQuery(writeQuery(state), KNOWN), { state, unknown: [] });
});

test("unknown names and values are told, and the rest is kept", () => {
  const { state, unknown } = readQuery("?layers=cities,seas&sense=smell&x=1&mention=-2", KNOWN);
  assert.deepEqual(state.layers, ["cities"]);
  assert.equal(state.sense, "place");
  assert.deepEqual(unknown, ["layers=seas", "sense=smell", "x=1", "mention=-2"]);
});

test("a name of every object is no parameter", () => {
  assert.deepEqual(readQuery("?constructor=1&__proto__=2", KNOWN).unknown, [
    "constructor=1",
    "__proto__=2",
  ]);
});

test("governments are on when actors are", () => {
  assert.equal(isOn(DEFAULT, "governments"), false);
  assert.equal(isOn({ ...DEFAULT, sense: "both" }, "governments"), true);
  assert.equal(isOn({ ...DEFAULT, layers: ["cities"] }, "ports"), false);
});

test("a layer is turned off and on again", () => {
  const off = { ...DEFAULT, ...turned(DEFAULT, LAYERS, ["ports"], false) };
  assert.deepEqual([off.layers, off.sense], [["cities", "governments"], "place"]);
  assert.deepEqual(turned(off, LAYERS, ["ports"], true), { layers: null, sense: "place" });
});

test("turning governments on lets actors in, and off again keeps them out", () => {
  const on = { ...DEFAULT, ...turned(DEFAULT, LAYERS, ["governments"], true) };
  assert.equal(on.sense, "both");
  assert.equal(turned(on, LAYERS, ["governments"], false).sense, "place");
});

test("a download asks for what is shown", () => {
  assert.equal(downloadQuery(DEFAULT), "?sense=place");
  assert.equal(downloadQuery({ ...DEFAULT, sense: "both" }), "");
  assert.equal(downloadQuery({ ...DEFAULT, layers: [], q: "x" }), "?layers=&sense=place&q=x");
});

test("a position outside the world is none", () => {
  assert.deepEqual(readPosition("5/60.5/10"), { zoom: 5, lat: 60.5, lon: 10 });
  assert.equal(readPosition("5/95/10"), null);
  assert.equal(readPosition("5/60"), null);
  assert.equal(readPosition(null), null);
});

test("listeners hear of every change, the address of what matters", () => {
  const [written, heard] = [[], []];
  const store = new Store(DEFAULT, (query, push) => written.push([query, push]));
  store.listen((state, before) => heard.push([before.q, state.q]));
  store.set({ q: "a" });
  store.drift({ q: "b" });
  store.set({ q: "b" });
  assert.deepEqual(written, [
    ["?q=a", true],
    ["?q=b", false],
  ]);
  assert.deepEqual(heard, [
    ["", "a"],
    ["a", "b"],
    ["b", "b"],
  ]);
});

test("a time goes into the address and the download, and what is none is told", () => {
  const state = { ...DEFAULT, datetime: "1950/1953" };
  assert.equal(writeQuery(state), "?datetime=1950/1953");
  assert.deepEqual(readQuery("?datetime=1950/1953", KNOWN), { state, unknown: [] });
  assert.equal(downloadQuery(state), "?sense=place&datetime=1950/1953");
  assert.deepEqual(readQuery("?datetime=yesterday", KNOWN).unknown, ["datetime=yesterday"]);
});

test("a language of the address is understood if the page speaks it, and kept", () => {
  const known = { layers: [], confidence: [], lang: ["de"], place: [], kind: [], country: [] };
  const { state, unknown } = readQuery("?lang=de", known);
  assert.deepEqual(unknown, []);
  assert.equal(writeQuery(state), "?lang=de");
  assert.match(downloadQuery(state), /lang=de$/);
  assert.deepEqual(readQuery("?lang=xx", known).unknown, ["lang=xx"]);
});

test("a language is kept as the page speaks it, whatever way it is asked for", () => {
  const known = { layers: [], lang: ["zh-Hans"] };
  for (const asked of ["zh-Hans", "zh-CN", "zh", "ZH_sg"]) {
    const { state, unknown } = readQuery(`?lang=${asked}`, known);
    assert.deepEqual([state.lang, unknown], ["zh-Hans", []]);
  }
  const { state, unknown } = readQuery("?lang=xx", known);
  assert.deepEqual([state.lang, unknown], [undefined, ["lang=xx"]]);
});
