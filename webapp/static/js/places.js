/** The place list: all that the map shows, for those who would rather read it. */

import { el, sign } from "./elements.js";
import { keyOf } from "./shapes.js";
import { symbolFor } from "./symbols.js";
import { capital, confidenceWord, figures, whereWords } from "./words.js";
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
    for (const entry of this._entries) this._enhance(entry);
    this._known = new Set(this._entries.map(({ dataset }) => `${dataset.layer}/${dataset.place}`));
    this._lists = new Map(
      [...root.querySelectorAll(".places__group")].map((group) => [group.dataset.layer, group]),
    );
    this._rove(this._entries[0]);
    root.addEventListener("keydown", (event) => this._key(event));
  }

  _enhance(entry) {
    const button = buttonOf(entry);
    const { place, layer } = entry.dataset;
    button.addEventListener("click", (event) => {
      event.preventDefault();
      this._rove(entry);
      this._told.select(place, layer, button);
    });
    button.addEventListener("focus", () => this._told.hover(place));
    button.addEventListener("blur", () => this._told.hover(null));
    entry.addEventListener("pointerenter", () => this._told.hover(place));
    entry.addEventListener("pointerleave", () => this._told.hover(null));
  }

  /**
   * Show these features and no others.
   *
   * @param {import("./filters.js").Feature[]} features
   */
  show(features) {
    const { listed, left } = atMost(features);
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
      el("span", { class: "places__count", title: "Mentions" }),
    );
    this._enhance(entry);
    this._known.add(keyOf(feature));
    this._entries.push(entry);
    buttonOf(entry).setAttribute("tabindex", "-1");
    this._lists.get(layer).querySelector(".places__list").append(entry);
  }

  /** Say how many are not listed: nothing is left out in silence. */
  _more(group, left) {
    const words = group.querySelector(".places__more");
    words.hidden = left === 0;
    words.textContent = `and ${figures(left)} more on the map; search or filter to list them`;
  }

  /**
   * @param {string | null} placeId
   * @param {string | null} layer
   */
  select(placeId, layer) {
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

/** Where a place lies, and doubt where there is any. */
function besideWords(feature) {
  const { layer, confidence } = feature;
  const where = ["countries", "governments"].includes(layer) ? "" : whereWords(feature);
  const sure = layer === "not-located" ? "" : confidenceWord(confidence);
  return [where, sure === "sure" ? "" : sure].filter(Boolean).join(" · ");
}

/** Say below a name how the text writes it. */
function note(entry, words) {
  entry.querySelector(".places__written")?.remove();
  if (words) entry.append(el("p", { class: "places__written", dir: "auto" }, capital(words)));
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
