import assert from "node:assert/strict";
import test, { afterEach } from "node:test";

import { speak } from "../../webapp/static/js/messages.js";
import {
  confidenceWord,
  countryWord,
  kindWord,
  position,
  whereWords,
} from "../../webapp/static/js/words.js";

afterEach(() => speak({ language: "en", messages: {} }));

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

test("a place and a position are parted as the language does", () => {
  speak({ language: "ja", messages: { ", ": "、", "{degrees} N": "北緯{degrees}", "{degrees} E": "東経{degrees}" } });
  assert.equal(whereWords({ name: "Clinton", region: "Mississippi", country: "米国" }), "Mississippi、米国");
  assert.equal(position(125.75, 39, 1), "北緯39.0°、東経125.8°");
});
