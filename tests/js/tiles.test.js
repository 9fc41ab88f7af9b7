import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";

import { CoveringSource, MemoryTiles, PatientSource } from "../../webapp/static/js/tiles.js";

const packed = (text) => gzipSync(text).toString("base64");
const feature = (x, y) => ({
  props: { name: "here" },
  geom: [[{ x, y }]],
  bbox: { minX: x, minY: y, maxX: x, maxY: y },
});
const source = (layers) =>
  new CoveringSource(new MemoryTiles(Promise.resolve({ "0/0/0": packed("a"), "1/0/0": packed("b") })), {
    get: async () => layers,
  });

test("a tile is given unpacked", async () => {
  const tiles = new MemoryTiles(Promise.resolve({ "0/0/0": packed("tile") }));
  const { data } = await tiles.getZxy(0, 0, 0);
  assert.equal(new TextDecoder().decode(data), "tile");
  assert.equal(await tiles.getZxy(1, 0, 0), undefined);
});

test("a tile that is there is given as it is", async () => {
  const layers = new Map([["land", [feature(8, 8)]]]);
  assert.equal(await source(layers).get({ z: 1, x: 0, y: 0 }, 256), layers);
});

test("a tile that is missing is cut out of the one that covers it", async () => {
  const layers = new Map([["land", [feature(192, 64), feature(8, 250)]]]);
  const found = await source(layers).get({ z: 1, x: 1, y: 0 }, 256);
  const [{ geom, bbox, props }, ...others] = found.get("land");
  assert.deepEqual(others, []);
  assert.deepEqual({ ...geom[0][0] }, { x: 128, y: 128 });
  assert.equal(bbox.minX, 128);
  assert.equal(props.name, "here");
});

test("a tile that did not come is asked for once more", async () => {
  const failing = (times) => {
    let asked = 0;
    return new PatientSource({ get: async () => (++asked > times ? "tile" : Promise.reject(new TypeError("Failed to fetch"))) }, 1);
  };
  assert.equal(await failing(0).get({}, 256), "tile");
  assert.equal(await failing(1).get({}, 256), "tile");
  await assert.rejects(failing(2).get({}, 256), /Failed to fetch/);
});

test("a tile that the map no longer wants is not asked for again", async () => {
  let asked = 0;
  const abort = Object.assign(new Error("aborted"), { name: "AbortError" });
  const get = async () => {
    asked += 1;
    throw abort;
  };
  await assert.rejects(new PatientSource({ get }, 1).get({}, 256), abort);
  assert.equal(asked, 1);
});
