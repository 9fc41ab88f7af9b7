import assert from "node:assert/strict";
import test from "node:test";

import { Lent } from "../../webapp/static/js/lent.js";

test("what was changed for a card comes back as it was before the first change", () => {
  const lent = new Lent();
  assert.deepEqual(lent.take({ sense: "place" }, { sense: "actor" }), { sense: "actor" });
  lent.take({ sense: "actor" }, { sense: "both" });
  assert.deepEqual(lent.back(), { sense: "place" });
  assert.deepEqual(lent.back(), {});
});

test("what the reader decides meanwhile stays", () => {
  const lent = new Lent();
  lent.take({ sense: "place", layers: null }, { sense: "both", layers: null });
  lent.watch({ sense: "both", layers: null });
  lent.watch({ sense: "actor", layers: null });
  lent.watch({ sense: "both", layers: null });
  assert.deepEqual(lent.back(), {});
});
