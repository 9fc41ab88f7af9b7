/** The facets: narrow the view by kind, country or confidence, each value with its count. */

import { el, fill } from "./elements.js";
import { msg, t } from "./messages.js";
import { CONFIDENCES, capital, countryWord, kindWord, levelWord } from "./words.js";

const TITLES = { kind: msg("Kind"), country: msg("Country"), confidence: msg("Confidence") };
const WORDS = { kind: kindWord, country: countryWord, confidence: levelWord };

/** Check boxes that are their own legend. */
export class Facets {
  /**
   * @param {HTMLElement} root - the element with class `facets`.
   * @param {{change: (change: Object) => void}} told
   */
  constructor(root, told) {
    this._root = root;
    this._told = told;
    this._around = root.closest("details");
    this._around.hidden = false;
    this._around.addEventListener("toggle", () => this._write());
  }

  /**
   * @param {import("./state.js").State} state
   * @param {Object<string, Map<string, number>>} counts - by facet and value.
   */
  show(state, counts) {
    this._latest = [state, counts];
    this._write();
  }

  /** What is folded away is written when it is opened. */
  _write() {
    if (!this._around.open || !this._latest) return;
    const [state, counts] = this._latest;
    const focused = document.activeElement?.closest?.(".facets input")?.id;
    fill(
      this._root,
      ...Object.keys(TITLES).map((name) => this._facet(name, state[name], counts[name])),
    );
    if (focused) document.getElementById(focused)?.focus();
  }

  _facet(name, chosen, counts) {
    const values = [...counts].sort(name === "confidence" ? byConfidence : byCount);
    if (values.length < 2 && !chosen.length) return null;
    return el(
      "fieldset",
      { class: "facets__facet" },
      el("legend", {}, t(TITLES[name])),
      ...values.map(([value, count]) => this._value(name, chosen, value, count)),
    );
  }

  _value(name, chosen, value, count) {
    const toggle = ({ target }) => {
      const rest = chosen.filter((other) => other !== value);
      this._told.change({ [name]: target.checked ? [...rest, value] : rest });
    };
    return el(
      "label",
      { class: "facets__value" },
      el("input", {
        type: "checkbox",
        id: `facet-${name}-${value}`,
        checked: chosen.includes(value),
        onchange: toggle,
      }),
      el("span", {}, capital(WORDS[name](value))),
      " ",
      el("span", { class: "facets__count" }, String(count)),
    );
  }
}

function byCount([one, count], [other, otherCount]) {
  return otherCount - count || one.localeCompare(other);
}

function byConfidence([one], [other]) {
  return CONFIDENCES.indexOf(one) - CONFIDENCES.indexOf(other);
}
