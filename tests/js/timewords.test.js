import assert from "node:assert/strict";
import test from "node:test";

import { speak } from "../../webapp/static/js/messages.js";
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

test("two days are written as one day is", () => {
  const said = (tag) => {
    speak({ language: tag, messages: {} });
    return ["2024-05-06", "2024-05-06/2024-05-12", "2024-04-30/2024-05-02", "2023-12-30/2024-01-02", "1953-03/1953-04"].map((text) =>
      timeWords(readTimes(text), "short"),
    );
  };
  const written = ["2024年5月6日", "2024年5月6日～12日", "2024年4月30日～5月2日", "2023年12月30日～2024年1月2日", "1953年3月～4月"];
  try {
    assert.deepEqual(said("ja"), written);
    assert.deepEqual(said("zh-Hans"), written.map((words) => words.replace("～", "–")));
  } finally {
    speak({ language: "en", messages: {} });
  }
});
