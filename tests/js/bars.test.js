import assert from "node:assert/strict";
import test from "node:test";

import { barsOf, edges, firstOf, inTwoLines, litBars, pausesOf, stretch, tallied, timesOf } from "../../webapp/static/js/bars.js";
import { readTimes, writeTimes } from "../../webapp/static/js/times.js";

const TIMES = ["2023-07-25", "1945", "1953-09", "1950/1953", "2023", "1948"].map(readTimes);
const mention = (start, time) => ({ start, end: start + 1, ...(time && { when: readTimes(time) }) });
const feature = (name, ...mentions) => ({ place_id: name, mentions });
const written = ({ bars }) => bars.map(writeTimes);

test("times stand as the text has them, in their order, what holds another before it", () => {
  const times = [...TIMES, readTimes("1950-01"), readTimes("1950")];
  const order = ["1945", "1948", "1950/1953", "1950", "1950-01", "1953-09", "2023", "2023-07-25"];
  assert.deepEqual(written(barsOf(times)), order);
});

test("only where they are too many are times taken together, no more than it needs", () => {
  const days = Array.from({ length: 28 }, (_, day) => readTimes(`2023-0${1 + (day % 4)}-${String(10 + day % 7)}`));
  assert.deepEqual(written(barsOf(days)), ["2023-01", "2023-02", "2023-03", "2023-04"]);
  const years = Array.from({ length: 60 }, (_, year) => readTimes(`${1920 + year}`));
  assert.deepEqual(written(barsOf(years)), [
    "1920/1929", "1930/1939", "1940/1949", "1950/1959", "1960/1969", "1970/1979",
  ]);
});

test("every time belongs to one bar, whatever is taken together", () => {
  for (const most of [24, 4, 2]) {
    const axis = barsOf(TIMES, most);
    for (const when of TIMES) {
      const bar = axis.bars[axis.barOf(when)];
      assert.ok(bar.start <= when.start && when.end <= bar.end, writeTimes(when));
    }
  }
});

test("bars count mentions and places, and what carries no date is counted apart", () => {
  const shared = mention(50, "1945");
  const features = [
    feature("Oslo", mention(0, "1945"), mention(9, "1953-09"), mention(20)),
    feature("a set", shared),
    feature("a member of it", shared),
  ];
  const axis = barsOf(timesOf(features));
  const { tallies, undated } = tallied(axis, features);
  const sizes = tallies.map(({ mentions, places }) => [mentions.size, places.size]);
  assert.deepEqual(sizes, [[2, 3], [1, 1]]);
  assert.equal(undated, 1);
});

test("bars stay when a filter leaves nothing of them", () => {
  const axis = barsOf(timesOf([feature("Oslo", mention(0, "1945"))]));
  assert.equal(tallied(axis, []).tallies[0].mentions.size, 0);
});

test("a long pause stands out among short ones, and touching times have none", () => {
  const pauses = pausesOf(barsOf(TIMES).bars);
  assert.deepEqual(pauses.map(({ days }) => Math.round(days / 365)), [2, 1, 0, 69, 0]);
  assert.deepEqual(pauses.map(({ long }) => long), [false, false, false, true, false]);
  assert.deepEqual(pausesOf([]), []);
});

test("the bars that a filter touches are those that it leaves", () => {
  const { bars } = barsOf(TIMES);
  assert.deepEqual(litBars(bars, readTimes("1953-09")), [false, false, true, true, false, false]);
  assert.ok(litBars(bars, null).every(Boolean));
});

test("a filter stands at its own bar, or else at the first that it touches", () => {
  const { bars } = barsOf(TIMES);
  const at = (text) => writeTimes(bars[firstOf(bars, readTimes(text))]);
  assert.deepEqual(["2023-07-25", "2023-07", "1953", "1700"].map(at), ["2023-07-25", "2023", "1950/1953", "1945"]);
});

test("a stretch goes from the first day of some bars to the last", () => {
  const { bars } = barsOf(TIMES);
  assert.equal(writeTimes(stretch(bars, 3, 1)), "1948/1953");
  assert.equal(writeTimes(stretch(bars, 5, 5)), "2023-07-25");
});

test("a label breaks in one place alone", () => {
  assert.deepEqual(inTwoLines("25. Juni 1950"), ["25. Juni", " ", "1950"]);
  assert.deepEqual(inTwoLines("25 Jun 1950 – 27 Jul 1953"), ["25 Jun 1950 –", " ", "27 Jul 1953"]);
  assert.deepEqual(inTwoLines("Sept – Nov 1953"), ["Sept –", " ", "Nov 1953"]);
  assert.deepEqual(inTwoLines("6–12 мая 2024\u00a0г."), ["6–12 мая", " ", "2024\u00a0г."]);
  assert.deepEqual(inTwoLines("2024年5月6日～12日"), ["2024年", "", "5月6日～12日"]);
  assert.deepEqual(inTwoLines("30 апр. – 2 мая 2024\u00a0г."), ["30 апр. –", " ", "2 мая 2024\u00a0г."]);
  assert.deepEqual(inTwoLines("2023年12月30日～2024年1月2日"), ["2023年12月30日～", "", "2024年1月2日"]);
  assert.deepEqual(inTwoLines("2023년 12월 30일~2024년 1월 2일"), ["2023년 12월 30일~", "", "2024년 1월 2일"]);
  assert.deepEqual(inTwoLines("1953–1956"), ["1953–1956"]);
  assert.deepEqual(inTwoLines("1948"), ["1948"]);
});

test("lists have each day once, said as exactly as its bar", () => {
  const { starts, ends } = edges(barsOf(TIMES).bars);
  const words = (days) => days.map(({ span }) => writeTimes(span));
  assert.deepEqual(words(starts), ["1945", "1948", "1950", "1953-09", "2023", "2023-07-25"]);
  assert.deepEqual(words(ends), ["1945", "1948", "1953-09", "1953", "2023-07-25", "2023"]);
});
