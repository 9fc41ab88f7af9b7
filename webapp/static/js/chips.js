/** The filters in use, each with a button that takes it away again. */

import { el, fill } from "./elements.js";
import { FACETS } from "./filters.js";
import { t, tn } from "./messages.js";
import { readTimes } from "./times.js";
import { timeWords } from "./timewords.js";
import { capital, countryWord, kindWord, levelWord } from "./words.js";

const WORDS = { kind: kindWord, country: countryWord, confidence: levelWord };

/** A row of buttons; there is none while nothing is filtered. */
export class Chips {
  /**
   * @param {HTMLElement} root - the element with class `chips`.
   * @param {{change: (change: Object) => void}} told
   */
  constructor(root, told) {
    this._root = root;
    this._told = told;
  }

  /**
   * @param {import("./state.js").State} state
   * @param {number} hidden - how many more pass the filters, in what is off.
   * @param {number} undated - how many are not shown because they carry no date.
   */
  show(state, hidden, undated) {
    const focused = this._root.contains(document.activeElement);
    const chips = chipsOf(state);
    this._root.hidden = chips.length === 0;
    fill(
      this._root,
      ...chips.map((chip) => this._chip(chip)),
      undated > 0 && el("li", { class: "chips__note" }, undatedWords(undated)),
      hidden > 0 && this._more(hidden),
    );
    if (focused) this._root.querySelector("button")?.focus();
  }

  /** What is found where nobody looks is not kept in silence. */
  _more(hidden) {
    const show = () => this._told.change({ layers: null, sense: "both" });
    const words = tn("{number} more in what is off", "{number} more in what is off", hidden);
    return el("li", {}, el("button", { class: "chips__more", type: "button", onclick: show }, words));
  }

  _chip({ words, change }) {
    return el(
      "li",
      {},
      el(
        "button",
        { class: "chips__chip", type: "button", onclick: () => this._told.change(change) },
        el("span", { class: "hidden" }, t("Take away the filter"), " "),
        el("span", { dir: "auto" }, words),
        el("span", { class: "chips__sign", "aria-hidden": "true" }, "×"),
      ),
    );
  }
}

function undatedWords(number) {
  return tn("hides {number} place without a date", "hides {number} places without a date", number);
}

/**
 * What narrows a view, in words, and the change that would undo each.
 *
 * @param {import("./state.js").State} state
 * @returns {{words: string, change: Object}[]}
 */
export function chipsOf(state) {
  const chips = FACETS.flatMap((name) =>
    state[name].map((value) => ({
      words: capital(WORDS[name](value)),
      change: { [name]: state[name].filter((other) => other !== value) },
    })),
  );
  if (state.q) chips.push({ words: t("“{words}”", { words: state.q }), change: { q: "" } });
  if (state.datetime) chips.push({ words: timeWords(readTimes(state.datetime)), change: { datetime: null } });
  if (state.bbox) chips.push({ words: t("On the map now"), change: { bbox: null } });
  return chips;
}
