/** The place list: all that the map shows, for those who would rather read it. */

import { el, sign } from "./elements.js";
import { t, tn } from "./messages.js";
import { keyOf } from "./shapes.js";
import { symbolFor } from "./symbols.js";
import { capital, confidenceWord, levelWord, whereWords } from "./words.js";
import { written, writtenWords } from "./written.js";

/** Members of sets that are listed of a layer; the rest can be searched for. */
const MOST = 500;

/** The list that the server wrote, narrowed to what a view shows. */
export class Places {
  /**
   * @param {HTMLElement} root - the element with class `places`.
   * @param {{select: (placeId: string, layer: string, opener: Element) => void,
   *   hover: (placeId: string | null) => void}} told
   */
  constructor(root, told) {
    this._root = root;
    this._told = told;
    this._entries = [...root.querySelectorAll(".places__entry")];
    this._known = new Set(this._entries.map(({ dataset }) => `${dataset.layer}/${dataset.place}`));
    this._lists = new Map(
      [...root.querySelectorAll(".places__group")].map((group) => [group.dataset.layer, group]),
    );
    this._features = [];
    this._due = false;
    this._selected = [null, null];
    this._hear();
    window.addEventListener("beforeprint", () => this._write());
  }

  _hear() {
    const root = this._root;
    const hover = (event) => this._told.hover(entryOf(event)?.dataset.place ?? null);
    root.addEventListener("click", (event) => this._click(event));
    root.addEventListener("keydown", (event) => this._key(event));
    for (const name of ["pointerover", "focusin"]) root.addEventListener(name, hover);
    for (const name of ["pointerleave", "focusout"]) {
      root.addEventListener(name, () => this._told.hover(null));
    }
  }

  _click(event) {
    const button = event.target.closest(".places__button");
    if (!button) return;
    event.preventDefault();
    const entry = entryOf(event);
    this._rove(entry);
    this._told.select(entry.dataset.place, entry.dataset.layer, button);
  }

  /**
   * Show these features and no others; a list that is not seen is written when it is.
   *
   * @param {import("./filters.js").Feature[]} features
   * @param {boolean} seen
   */
  show(features, seen) {
    this._due ||= features !== this._features;
    this._features = features;
    if (seen) this._write();
  }

  _write() {
    if (!this._due) return;
    this._due = false;
    const { listed, left } = atMost(this._features);
    for (const feature of listed) if (!this._known.has(keyOf(feature))) this._make(feature);
    const byKey = new Map(listed.map((feature) => [keyOf(feature), feature]));
    for (const entry of this._entries) {
      const feature = byKey.get(`${entry.dataset.layer}/${entry.dataset.place}`);
      entry.hidden = !feature;
      if (!feature) continue;
      entry.querySelector(".places__count").textContent = String(feature.mentions.length);
      entry.querySelector(".places__where").textContent = besideWords(feature);
      note(entry, writtenWords(written(feature)));
    }
    for (const [layer, group] of this._lists) {
      group.hidden = !group.querySelector(".places__entry:not([hidden])");
      this._more(group, left.get(layer) ?? 0);
    }
    if (!this._shown().includes(this._current)) this._rove(this._shown()[0]);
    this.select(...this._selected);
  }

  /** An entry as the server writes them (partials/places.html). */
  _make(feature) {
    const { layer, name, place_id: place } = feature;
    const entry = el(
      "li",
      { class: "places__entry", "data-layer": layer, "data-place": place },
      el(
        "a",
        { class: "places__button", href: "#places" },
        sign(symbolFor(feature), layer),
        el("span", { class: "places__name", dir: "auto" }, name),
      ),
      el("span", { class: "places__where" }),
      el("span", { class: "places__count", title: t("Mentions") }),
    );
    this._known.add(keyOf(feature));
    this._entries.push(entry);
    buttonOf(entry).setAttribute("tabindex", "-1");
    this._lists.get(layer).querySelector(".places__list").append(entry);
  }

  /** Say how many are not listed: nothing is left out in silence. */
  _more(group, left) {
    const words = group.querySelector(".places__more");
    words.hidden = left === 0;
    words.textContent = tn(
      "and {number} more on the map; search or filter to list them",
      "and {number} more on the map; search or filter to list them",
      left,
    );
  }

  /**
   * @param {string | null} placeId
   * @param {string | null} layer
   */
  select(placeId, layer) {
    this._selected = [placeId, layer];
    for (const entry of this._entries) {
      const chosen = entry.dataset.place === placeId && entry.dataset.layer === layer;
      if (chosen) buttonOf(entry).setAttribute("aria-current", "true");
      else buttonOf(entry).removeAttribute("aria-current");
    }
  }

  _shown() {
    return this._entries.filter((entry) => !entry.hidden);
  }

  /** One tab stop for the whole list; arrow keys move within. */
  _rove(entry) {
    this._current = entry;
    for (const other of this._entries) {
      buttonOf(other).setAttribute("tabindex", other === entry ? "0" : "-1");
    }
  }

  _key(event) {
    const shown = this._shown();
    const index = shown.findIndex((entry) => entry.contains(event.target));
    if (index < 0) return;
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: shown.length - 1 };
    const entry = shown[to[event.key]];
    if (!entry) return;
    event.preventDefault();
    this._rove(entry);
    buttonOf(entry).focus();
  }
}

/** Where a place lies, doubt where there is any, and who has ended it. */
function besideWords(feature) {
  const { layer, confidence, decided_by: by } = feature;
  const where = ["countries", "governments"].includes(layer) ? "" : whereWords(feature);
  const sure = layer === "not-located" ? "" : confidenceWord(confidence);
  const doubt = ["", "sure"].includes(sure) ? "" : levelWord(sure);
  return [where, doubt, by === "person" && t("by a person")].filter(Boolean).join(" · ");
}

/** Say below a name how the text writes it. */
function note(entry, words) {
  entry.querySelector(".places__written")?.remove();
  if (words) entry.append(el("p", { class: "places__written", dir: "auto" }, capital(words)));
}

function entryOf({ target }) {
  return target.closest(".places__entry");
}

function buttonOf(entry) {
  return entry.querySelector(".places__button");
}

/** What the list shows: all that the text names, and of each layer so many members of sets. */
function atMost(features) {
  const members = new Map();
  const listed = features.filter(({ described, layer }) => {
    if (!described) return true;
    members.set(layer, (members.get(layer) ?? 0) + 1);
    return members.get(layer) <= MOST;
  });
  const left = [...members].map(([layer, count]) => [layer, Math.max(0, count - MOST)]);
  return { listed, left: new Map(left) };
}
