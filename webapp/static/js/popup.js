/** The evidence card: what a place is, how sure that is, and where the text says so. */

import { el, fill, sign } from "./elements.js";
import { facts } from "./facts.js";
import { language, msg, t, tn, woven } from "./messages.js";
import { sentenceWords } from "./namesakes.js";
import { parts } from "./offsets.js";
import { symbolFor } from "./symbols.js";
import { told } from "./telling.js";
import { whenLine } from "./when.js";
import { capital, confidenceWord, kindWord, languageWord, levelWord, whereWords } from "./words.js";
import { written, writtenWords } from "./written.js";

const SENSES = {
  place: msg("Read as a place: {reason}"),
  actor: msg("Read as a government or its people: {reason}"),
};
/** What is said of a place in these layers instead of its kind. */
const LAYER_KINDS = { governments: msg("government"), "not-located": msg("not located") };
const MANY_MEMBERS = 12;
const ENDS = /[.!?…。]$/;

/** The card beside the map; on a phone a sheet over its foot. */
export class Popup {
  /**
   * @param {HTMLElement} root - the element with class `popup`.
   * @param {{close: () => void, turn: (mention: Object) => void,
   *   read: (mention: Object) => void, choose: (placeId: string) => void,
   *   other: (feature: Object) => void, take: (feature: Object) => void}} told
   * @param {import("./correct.js").Correct | null} correct - where places can be corrected.
   */
  constructor(root, told, correct) {
    this._correct = correct;
    this._root = root;
    this._told = told;
    root.addEventListener("keydown", (event) => this._key(event));
  }

  /**
   * Show a place at one of its mentions.
   *
   * @param {Object} feature - with all its mentions.
   * @param {{number: number, siblings: Object[], article: Object | null}} context -
   *   which mention to show; the same place in other layers; the article's details once they are there.
   */
  show(feature, { number, siblings, article }) {
    const mention = feature.mentions[number];
    const detail = mention && article?.mention(mention.start, mention.end);
    fill(
      this._root,
      this._header(titleOf(feature), sign(symbolFor(feature), feature.layer)),
      el(
        "div",
        { class: "popup__body" },
        mention && writtenLine({ ...feature, mentions: [mention] }),
        kindLine(feature),
        localNames(feature),
        confidence(feature, detail),
        detail && this._correct?.element(detail, article.same(detail.phrase)),
        mention && this._quote(feature, mention, number),
        detail && reasons(detail),
        this._members(feature),
        ...siblings.map((sibling) => this._sibling(sibling)),
        facts(feature, (taken) => this._told.take(taken)),
      ),
    );
    this._root.hidden = false;
  }

  /**
   * Ask for the place of a name that the machine missed.
   *
   * @param {{phrase: string, start: number | null, same: number}} name
   */
  ask(name) {
    const close = () => this._told.close();
    fill(
      this._root,
      this._header(name.phrase),
      el(
        "div",
        { class: "popup__body" },
        el("p", { class: "popup__kind" }, t("The machine found no name here.")),
        this._correct.asked(name, close),
      ),
    );
    this._root.hidden = false;
    this.focus();
  }

  /** Put the keyboard into the card, which is then there in full. */
  focus() {
    this.peek(false);
    this._root.querySelector(".popup__name").focus({ preventScroll: true });
  }

  /**
   * Leave only the head of the sheet that a small screen has, so that the text is seen.
   *
   * @param {boolean} on
   */
  peek(on) {
    this._root.toggleAttribute("data-peek", on);
  }

  hide() {
    this.peek(false);
    this._root.hidden = true;
    fill(this._root);
  }

  /** @returns {boolean} */
  get shown() {
    return !this._root.hidden;
  }

  /** @returns {boolean} */
  get hasFocus() {
    return this._root.contains(document.activeElement);
  }

  _key(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this._told.close();
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const way = event.key === "ArrowLeft" ? "previous" : "next";
      this._root.querySelector(`.popup__${way}:not([disabled])`)?.click();
    }
  }

  _header(title, symbol) {
    return el(
      "header",
      { class: "popup__header" },
      symbol,
      el("h2", { class: "popup__name", id: "popup-name", tabindex: "-1", dir: "auto" }, title),
      el("button", { class: "popup__unfold", type: "button", onclick: () => this.focus() }, t("More")),
      el(
        "button",
        { class: "popup__close", type: "button", "aria-label": t("Close"), onclick: () => this._told.close() },
        "×",
      ),
    );
  }

  _quote(feature, mention, number) {
    const [before, name, after] = parts(mention);
    const quote = el("p", {}, before, el("mark", { class: `popup__mark` }, name), after);
    return el(
      "section",
      { class: "popup__evidence", "aria-label": t("In the text") },
      el("blockquote", { class: "popup__quote", dir: "auto", lang: textLanguage() }, quote),
      whenLine(mention),
      el("div", { class: "popup__pager" }, ...this._turns(feature, number), this._reader(mention)),
    );
  }

  /** There is nothing to turn where a place is named once. */
  _turns(feature, number) {
    const { length } = feature.mentions;
    if (length < 2) return [el("span", { class: "popup__count popup__count--one" }, t("Named once"))];
    return [
      this._step(feature, number - 1, "previous", "‹", t("Previous mention")),
      el("span", { class: "popup__count", "aria-live": "polite" }, t("{number} of {all}", { number: number + 1, all: length })),
      this._step(feature, number + 1, "next", "›", t("Next mention")),
    ];
  }

  _reader(mention) {
    const read = () => this._told.read(mention);
    return el("button", { class: "popup__read", type: "button", onclick: read }, t("Show in the text"));
  }

  _step(feature, number, way, label, name) {
    const mention = feature.mentions[number];
    return el(
      "button",
      {
        class: `popup__${way}`,
        type: "button",
        "aria-label": name,
        disabled: !mention,
        onclick: () => {
          this._told.turn(mention);
          const button = this._root.querySelector(`.popup__${way}`);
          (button.disabled ? this._root.querySelector(".popup__name") : button).focus({
            preventScroll: true,
          });
        },
      },
      label,
    );
  }

  _members({ members }) {
    if (!members?.length) return null;
    const items = members.slice(0, MANY_MEMBERS).map(({ id, name }) =>
      el(
        "li",
        {},
        el(
          "button",
          { class: "popup__member", type: "button", onclick: () => this._told.choose(id) },
          name,
        ),
      ),
    );
    const more = members.length - items.length;
    return el(
      "section",
      { class: "popup__members" },
      el("h3", {}, tn("{number} place", "{number} places", members.length)),
      el("ul", {}, ...items, more > 0 && el("li", {}, tn("and {number} more", "and {number} more", more))),
    );
  }

  _sibling(feature) {
    const number = feature.mentions.length;
    const words =
      feature.layer === "governments"
        ? tn("Also: {number} mention of its government", "Also: {number} mentions of its government", number)
        : tn("Also: {number} mention of the place itself", "Also: {number} mentions of the place itself", number);
    return el(
      "p",
      {},
      el("button", { class: "popup__other", type: "button", onclick: () => this._told.other(feature) }, words),
    );
  }
}

/** The language of the article, where that is not the page's. */
function textLanguage() {
  return document.querySelector(".text")?.getAttribute("lang") ?? null;
}

/** A description begins a title as it would a sentence; a name stays as it is. */
function titleOf({ name, layer }) {
  return layer === "described" ? capital(name) : name;
}

/** What the article itself calls it, where that is another name. */
function writtenLine(feature) {
  const words = writtenWords(written(feature));
  return words && el("p", { class: "popup__written", dir: "auto" }, capital(words));
}

function kindLine(feature) {
  const where = feature.layer === "countries" ? "" : whereWords(feature);
  const kind = LAYER_KINDS[feature.layer] ? t(LAYER_KINDS[feature.layer]) : kindWord(feature.kind);
  const words = [kind, where, feature.described && t("described")].filter(Boolean);
  return el("p", { class: "popup__kind" }, capital(words.join(" · ")));
}

/** What the country itself and the reader's language call it; the names in other languages on request. */
function localNames({ name, names, country }) {
  const { local, others } = namesOf({ name, names, country });
  if (!local.length && !others.length) return null;
  return el(
    "div",
    { class: "popup__names" },
    local.length > 0 && el("p", {}, ...spans(local)),
    others.length > 0 &&
      el(
        "details",
        {},
        el(
          "summary",
          {},
          local.length
            ? tn("{number} other name", "{number} other names", others.length)
            : tn("{number} name", "{number} names in other languages", others.length),
        ),
        el("p", {}, ...spans(others)),
      ),
  );
}

function spans(names) {
  return names.flatMap(([language, name], index) => [
    index > 0 && " · ",
    el("bdi", { lang: language, title: languageWord(language) }, name),
  ]);
}

/**
 * Names other than the one a place is shown under: in the reader's language and the country's, and
 * in others.
 *
 * @param {{name: string, names: Object<string, string>, country: string | null}} place
 * @returns {{local: [string, string][], others: [string, string][]}} each with its language.
 */
export function namesOf({ name, names, country }) {
  const own = new Intl.Locale(`und-${country ?? "001"}`).maximize().language;
  const [reader] = language().split("-"); // English names are what places are shown under
  const rank = (code) => (code === reader && reader !== "en" ? 2 : Number(code === own));
  const seen = new Set([name]);
  const [local, others] = [[], []];
  for (const [code, other] of Object.entries(names ?? {})) {
    if (seen.has(other)) continue;
    seen.add(other);
    (rank(code.split("-")[0]) ? local : others).push([code, other]);
  }
  local.sort(([one], [other]) => rank(other.split("-")[0]) - rank(one.split("-")[0]));
  return { local, others };
}

function confidence(feature, detail) {
  const word = confidenceWord(detail?.confidence ?? feature.confidence);
  const how = detail?.how || feature.how;
  const strong = el("strong", { class: "confidence__word" }, capital(levelWord(word)));
  const person = (detail ?? feature).decided_by === "person";
  const runnerUp = !person && detail?.candidates?.find((other) => other.id !== detail.place?.id);
  return el(
    "div",
    { class: "popup__confidence confidence", "data-level": word },
    el("p", {}, ...(how ? woven("{confidence}: {reason}", { confidence: strong, reason: ended(how) }) : [strong])),
    feature.note && el("p", { class: "popup__note" }, ended(feature.note)),
    runnerUp && el("p", { class: "popup__runner" }, t("Next best: {place}.", { place: sentenceWords(runnerUp, detail.place) })),
  );
}

/** A sentence, whoever wrote it, ends as one. */
function ended(sentence) {
  const words = told(sentence);
  if (typeof words !== "string") words.append(ENDS.test(sentence) ? "" : ".");
  return typeof words !== "string" || ENDS.test(words) ? words : t("{sentence}.", { sentence: words });
}

function reasons(detail) {
  const chosen = detail.candidates?.find(({ id }) => id === detail.place?.id);
  const evidence = chosen?.evidence ?? [];
  const sense = detail.sense_reason && woven(SENSES[detail.sense], { reason: told(detail.sense_reason) });
  if (!evidence.length && !sense) return null;
  return el(
    "details",
    { class: "popup__reasons" },
    el("summary", {}, t("Reasons")),
    el(
      "ul",
      {},
      ...evidence.map(({ reason, weight }) =>
        el("li", { "data-for": weight >= 0 ? "yes" : "no" }, el("span", { class: "hidden" }, weight >= 0 ? t("For:") : t("Against:"), " "), told(reason)),
      ),
      sense && el("li", {}, ...sense),
    ),
  );
}
