import assert from "node:assert/strict";
import test from "node:test";

import { downloadWords } from "../../webapp/static/js/download.js";

test("a download counts the places as the map does, and the rest apart", () => {
  assert.equal(downloadWords(221, 2), "Download the 221 places shown and 2 not located");
  assert.equal(downloadWords(1, 0), "Download the 1 place shown");
  assert.equal(downloadWords(0, 3), "Download the 3 not located");
  assert.equal(downloadWords(0, 0), "Nothing to download");
});
