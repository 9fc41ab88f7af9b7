import assert from "node:assert/strict";
import test, { afterEach } from "node:test";

import { figures, speak, t, tn } from "../../webapp/static/js/messages.js";
import { tellerOf } from "../../webapp/static/js/sentences.js";
import { teach, toldWords } from "../../webapp/static/js/telling.js";
import { countryWord, kindWord, listed } from "../../webapp/static/js/words.js";

const GERMAN = {
  language: "de",
  messages: {
    "10,000": "10.000",
    "city or town": "Stadt oder Ort",
    "a capital": "eine Hauptstadt",
    "population {number}": "{number} Einwohner",
    "known under {number} name": ["unter {number} Namen bekannt", "unter {number} Namen bekannt"],
    "{words} is read as {place} ({kind} in {where}): {reasons}": "{words} heißt {place} ({kind}, {where}): {reasons}",
    "the line that the outlines of {places} share": "die gemeinsame Linie von {places}",
    "Regions of {places} claimed by {claimant}": "Regionen, {places}, beansprucht: {claimant}",
    "{names} and {last}": "{names} und {last}",
  },
  sentences: [
    ["{words} is read as {place} ({kind} in {where}): {reasons}"],
    ["a capital"],
    ["population {number}"],
    ["known under {number} name", "known under {number} names"],
    ["the line that the outlines of {places} share"],
    ["Regions of {places} claimed by {claimant}"],
  ],
};

function learn(content) {
  speak(content);
  teach(tellerOf(content.sentences, { t, tn, figures, kindWord, countryWord, listed }));
}

afterEach(() => speak({ language: "en", messages: {} }));

test("in English the engine's sentences stay as they are", () => {
  assert.equal(toldWords("a capital"), "a capital");
});

test("in another language they are told, with their parts and their figures", () => {
  learn(GERMAN);
  const told = toldWords("Riga is read as Riga (city in Latvia): a capital; known under 1,234 names; odd");
  assert.equal(told, "Riga heißt Riga (Stadt oder Ort, Lettland): eine Hauptstadt; unter 1.234 Namen bekannt; odd");
  assert.equal(toldWords("population 470,907"), "470.907 Einwohner");
  assert.equal(
    toldWords("the line that the outlines of the Netherlands and Germany share"),
    "die gemeinsame Linie von Niederlande und Deutschland",
  );
  assert.equal(toldWords("Regions of Ukraine claimed by Russia"), "Regionen, Ukraine, beansprucht: Russland");
});

test("a region and the country it lies in are no list", () => {
  learn({ ...GERMAN, messages: { ...GERMAN.messages, ", ": "、" } });
  const told = toldWords("Troy is read as Troy (city in Ohio, United States): a capital");
  assert.equal(told, "Troy heißt Troy (Stadt oder Ort, Ohio、Vereinigte Staaten): eine Hauptstadt");
  assert.match(
    toldWords("Troy is read as Troy (city in Bosnia and Herzegovina): a capital"),
    /Bosnien und Herzegowina\)/,
  );
  assert.equal(
    toldWords("Regions of Riga, Oslo and the Netherlands claimed by Antigua and Barbuda"),
    "Regionen, Riga、Oslo und Niederlande, beansprucht: Antigua und Barbuda",
  );
});

test("reasons are parted as the language does", () => {
  learn({ ...GERMAN, messages: { ...GERMAN.messages, "; ": "；" } });
  const told = toldWords("Riga is read as Riga (city in Latvia): a capital; population 3");
  assert.match(told, /eine Hauptstadt；3 Einwohner$/);
});

test("what no message fits is not told", () => {
  learn(GERMAN);
  assert.equal(toldWords("somewhere else"), undefined);
});
