import assert from "node:assert/strict";
import test from "node:test";

import { creditsOf } from "../../webapp/static/js/credits.js";

test("each source is credited once, however many layers take from it", () => {
  const lines = [
    "Made with Natural Earth",
    "GeoNames (CC BY 4.0)",
    "Country points: GeoNames (CC BY 4.0)",
    "NGA World Port Index; GeoNames (CC BY 4.0)",
  ];
  assert.deepEqual(creditsOf(lines), ["Made with Natural Earth", "GeoNames (CC BY 4.0)", "NGA World Port Index"]);
});
