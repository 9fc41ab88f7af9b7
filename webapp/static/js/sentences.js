/** The sentences of the engine in another language; loaded where the page is not English. */

const FIGURES = new Set(["number", "percent", "km"]);
const PLACES = new Set(
  ["place", "places", "where", "other", "claimant", "regions", "crossing", "crossings", "start", "end", "stops"],
);

/**
 * What tells a sentence of the engine in the language of the page.
 *
 * @param {string[][]} sentences - English messages, each of one and, if there is such a form, of
 *   several; the first that fits counts.
 * @param {Object} page - what says things there: t, tn, figures, kindWord, countryWord, listed.
 * @returns {(sentence: string) => string | undefined} undefined where no message fits.
 */
export function tellerOf(sentences, page) {
  const forms = sentences.flatMap(([one, several]) =>
    [one, several].filter(Boolean).map((english) => ({ pattern: patternOf(english), one, several })),
  );
  const codes = codesByName();
  const told = (sentence) => {
    for (const { pattern, one, several } of forms) {
      const match = pattern.exec(sentence);
      if (match) return filled(one, several, match.groups ?? {});
    }
    return undefined;
  };
  const filled = (one, several, found) => {
    const values = Object.fromEntries(Object.entries(found).map(([name, value]) => [name, word(name, value)]));
    return several ? page.tn(one, several, whole(found.number), values) : page.t(one, values);
  };
  const bare = (name) => name.replace(/^the /, "");
  const place = (name) => page.countryWord(codes.get(bare(name))) || bare(name);
  const places = (words) => {
    const [, names, last] = (!codes.has(bare(words)) && /^(.+) and (.+)$/s.exec(words)) || [];
    const parts = (names ?? words).split(", ").map(place);
    return last ? page.listed([...parts, place(last)]) : parts.join(page.t(", ")); // or a region and its country
  };
  const word = (name, value) => {
    if (FIGURES.has(name)) return value.replace(/\d{1,3}(,\d{3})+/g, (each) => page.figures(whole(each)));
    if (name === "reason") return told(value) ?? value;
    if (name === "reasons") return value.split("; ").map((each) => told(each) ?? each).join(page.t("; "));
    if (name === "kind") return page.kindWord(value);
    if (PLACES.has(name)) return places(value);
    return value;
  };
  return told;
}

function whole(figures) {
  return Number(figures.replaceAll(",", ""));
}

function patternOf(english) {
  const parts = english.split(/\{(\w+)\}/);
  const group = (name) => `(?<${name}>${FIGURES.has(name) ? "[0-9,.%]+" : ".+?"})`;
  return new RegExp(`^${parts.map((part, index) => (index % 2 ? group(part) : escaped(part))).join("")}$`, "s");
}

function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** Codes of countries by the English names that the engine uses. */
function codesByName() {
  const english = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const all = letters.flatMap((first) => letters.map((second) => first + second));
  return new Map(all.map((code) => [english.of(code)?.replace(" & ", " and "), code]));
}
