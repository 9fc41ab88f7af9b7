/** The place list: all that the map shows, for those who would rather read it. */

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
    const counts = new Map(
      features.map(({ layer, place_id: id, mentions }) => [`${layer}/${id}`, mentions.length]),
    );
    for (const entry of this._entries) {
      const count = counts.get(`${entry.dataset.layer}/${entry.dataset.place}`);
      entry.hidden = count === undefined;
      if (count !== undefined) entry.querySelector(".places__count").textContent = String(count);
    }
    for (const group of this._root.querySelectorAll(".places__group")) {
      group.hidden = !group.querySelector(".places__entry:not([hidden])");
    }
    this._root.querySelector(".places__none").hidden = features.length > 0;
    if (!this._shown().includes(this._current)) this._rove(this._shown()[0]);
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

function buttonOf(entry) {
  return entry.querySelector(".places__button");
}
