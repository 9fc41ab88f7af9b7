import assert from "node:assert/strict";
import test from "node:test";

import { Crowd } from "../../webapp/static/js/crowd.js";
import { FINGER, byFinger, isFingertip, nearest } from "../../webapp/static/js/near.js";

/** A map of the whole world at zoom 3, so far moved that its middle is at 0, 0 of the container. */
const SCALE = 8;
const MAP = {
  options: { crs: { scale: () => 256 * SCALE } },
  getZoom: () => 3,
  getPixelOrigin: () => ({ x: 128 * SCALE, y: 128 * SCALE }),
  containerPointToLayerPoint: ({ x, y }) => ({
    add: (origin) => ({ x: x + origin.x, y: y + origin.y }),
  }),
  latLngToContainerPoint: ({ lat, lon }) => ({ x: lon, y: -lat }),
};
const PER_DEGREE = (256 * SCALE) / 360;
const sign = (x) => ({ geometry: { type: "Point", coordinates: [x / PER_DEGREE, 0] } });
const SIGNS = [sign(0), sign(10), sign(200)];

function touched(x, y) {
  return nearest(MAP, new Crowd(SIGNS, () => 0), { x, y }, [FINGER]);
}

test("of two signs the nearer one is meant", () => {
  assert.equal(touched(8, 3), SIGNS[1]);
});

test("a touch far from every sign means none", () => {
  assert.equal(touched(50, 50), null);
  assert.equal(nearest(MAP, new Crowd([], () => 0), { x: 0, y: 0 }, [FINGER]), null);
});

test("a touch may miss by eighteen pixels, and by no more", () => {
  assert.equal(touched(200, 17.9), SIGNS[2]);
  assert.equal(touched(200, 18.5), null);
});

test("a finger is told from a mouse", () => {
  assert.equal(byFinger({ pointerType: "touch" }), true);
  assert.equal(byFinger({ pointerType: "mouse" }), false);
});

test("an area no wider than a finger is hit as a sign is", () => {
  const square = (side) => ({
    getNorthWest: () => ({ lat: 0, lon: 0 }),
    getSouthEast: () => ({ lat: -side, lon: side }),
  });
  assert.equal(isFingertip(MAP, square(30)), true);
  assert.equal(isFingertip(MAP, square(40)), false);
});
