import assert from "node:assert/strict";
import test from "node:test";

import {
  confidenceWord,
  countryWord,
  counted,
  figures,
  kindWord,
  position,
  whereWords,
} from "../../webapp/static/js/words.js";

test("a confidence is told in words", () => {
  assert.deepEqual([0.93, 0.8, 0.6, 0.5, 0.2, 0].map(confidenceWord), [
    "sure",
    "sure",
    "likely",
    "likely",
    "doubtful",
    "doubtful",
  ]);
});

test("one is singular, the rest is plural, thousands are parted", () => {
  assert.equal(counted(1, "place"), "1 place");
  assert.equal(counted(0, "place"), "0 places");
  assert.equal(counted(1024, "city", "cities"), "1,024 cities");
});

test("a country is named, and none is nothing", () => {
  assert.equal(countryWord("NO"), "Norway");
  assert.equal(countryWord(null), "");
  assert.equal(countryWord("<b>"), "<b>");
});

test("a place lies in its region and its country, and no name is said twice", () => {
  const where = (name, region, country) => whereWords({ name, region, country });
  assert.equal(where("Clinton", "Mississippi", "US"), "Mississippi, United States");
  assert.equal(where("Busan", "Busan", "KR"), "South Korea");
  assert.equal(where("Strassen", "Luxembourg", "LU"), "Luxembourg");
  assert.equal(where("Gdynia", undefined, "PL"), "Poland");
  assert.equal(where("Baltic Sea", null, null), "");
});

test("a kind without words of its own is its own word", () => {
  assert.equal(kindWord("city"), "city or town");
  assert.equal(kindWord("harbour"), "harbour");
});

test("a position has latitude first, as on a chart", () => {
  assert.equal(position(-43.2, -22.9), "22.9000° S, 43.2000° W");
});

test("thousands are parted", () => {
  assert.deepEqual([0, 999, 1024, 1234567].map(figures), ["0", "999", "1,024", "1,234,567"]);
});
