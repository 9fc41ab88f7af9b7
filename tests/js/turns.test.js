import assert from "node:assert/strict";
import test from "node:test";

import { inTurns, pause } from "../../webapp/static/js/turns.js";

test("pieces are done in order", async () => {
  const done = [];
  await inTurns([() => done.push(1), () => done.push(2)]);
  assert.deepEqual(done, [1, 2]);
});

test("what waits gets its turn after a long piece", async () => {
  const done = [];
  setTimeout(() => done.push("waiting"));
  const long = () => {
    const since = performance.now();
    while (performance.now() - since < 20);
    done.push("long");
  };
  await inTurns([long, () => done.push("next")]);
  assert.deepEqual(done, ["long", "waiting", "next"]);
});

test("a pause ends", async () => {
  assert.equal(await pause(), undefined);
});
