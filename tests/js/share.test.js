import assert from "node:assert/strict";
import test from "node:test";

import { frameOf, warningOf } from "../../webapp/static/js/share.js";

test("the frame keeps the view and asks for no bar", () => {
  const frame = frameOf("http://maps.example/articles/a?sense=both&at=5/1/2", "A & \"B\"");
  assert.match(frame, /src="http:\/\/maps\.example\/articles\/a\?sense=both&amp;at=5\/1\/2&amp;embed=1"/);
  assert.match(frame, /title="A &amp; &quot;B&quot;"/);
  assert.match(frame, /height="600"/);
});

test("a frame may hold the map alone, at any height", () => {
  const frame = frameOf("http://maps.example/articles/a?view=places", "A", { alone: true, height: 420 });
  assert.match(frame, /\?view=map&amp;embed=1"/);
  assert.match(frame, /height="420"/);
});

test("an address that only this computer knows is warned of", () => {
  for (const host of ["localhost", "127.0.0.1", "[::1]"]) assert.match(warningOf(host), /own computer/);
  assert.equal(warningOf("maps.example"), "");
});
