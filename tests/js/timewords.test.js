import assert from "node:assert/strict";
import test from "node:test";

import { readTimes } from "../../webapp/static/js/times.js";
import { timeWords } from "../../webapp/static/js/timewords.js";

test("a time is said as exactly as it is", () => {
  const said = ["1953", "1953-09", "1953-09-08", "1950/1953", "../1953", "2001-09/.."].map((text) =>
    timeWords(readTimes(text)).replaceAll("\u2009", " "),
  );
  const words = ["1953", "September 1953", "8 September 1953", "1950 – 1953", "until 1953", "from September 2001"];
  assert.deepEqual(said, words);
});

test("a month is short where there is little room", () => {
  assert.equal(timeWords(readTimes("2023-07-25"), "short"), "25 Jul 2023");
});
