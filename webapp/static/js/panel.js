/** The layer panel: what is on the map, how many, and what can be taken away. */

import { isOn, turned } from "./state.js";

/** The rows that the server wrote, made to work. */
export class Panel {
  /**
   * @param {HTMLElement} root - the element with class `panel`.
   * @param {{change: (change: Object) => void, zoom: (layer: string) => void,
   *   reset: () => void, frame: (on: boolean) => void}} told
   */
  constructor(root, told) {
    this._root = root;
    this._told = told;
    this._rows = [...root.querySelectorAll(".panel__row")];
    this._ids = this._rows.map((row) => row.dataset.layer);
    this._all = root.querySelector(".panel__all input");
    for (const row of this._rows) this._enhance(row);
    this._groups = [...root.querySelectorAll(".panel__whole")];
    for (const box of this._groups) {
      box.addEventListener("change", () => this._turn(this._idsOf(box.dataset.group), box.checked));
    }
    this._only = root.querySelector(".panel__only input");
    this._only.addEventListener("change", () => told.frame(this._only.checked));
    this._all.addEventListener("change", () => this._turn(this._ids, this._all.checked));
    root.querySelector(".panel__reset").addEventListener("click", told.reset);
    this._makeFold();
  }

  _enhance(row) {
    const id = row.dataset.layer;
    const box = row.querySelector(".panel__box");
    box.disabled = false;
    box.addEventListener("change", () => this._turn([id], box.checked));
    const slider = row.querySelector(".panel__opacity input");
    slider?.addEventListener("input", () => this._fade(id, slider));
    row.querySelector(".panel__zoom")?.addEventListener("click", () => this._told.zoom(id));
  }

  /** How strongly a layer is drawn; it says so only while it is moved. */
  _fade(id, slider) {
    this._told.change({ opacity: { ...this._state.opacity, [id]: Number(slider.value) } });
  }

  _turn(ids, on) {
    this._told.change(turned(this._state, this._ids, ids, on));
  }

  /** The panel folds away by its own heading. */
  _makeFold() {
    this._button = this._root.querySelector(".panel__fold");
    this._body = this._root.querySelector(".panel__body");
    this._button.addEventListener("click", () => this._foldByHand(this._body.hidden));
    this.fold(window.matchMedia("(min-width: 60rem)").matches);
    this._root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this._body.hidden) return;
      const menu = event.target.closest("details[open]");
      if (menu) event.stopPropagation();
      if (menu) menu.open = false;
      else this._foldByHand(false);
      (menu?.querySelector("summary") ?? this._button).focus();
    });
  }

  /** @returns {boolean} */
  get isOpen() {
    return !this._body.hidden;
  }

  /** The reader's own doing lasts. */
  _foldByHand(open) {
    this._makesRoom = false;
    this.fold(open);
  }

  /** Fold for the sake of something else, until that is over. */
  makeRoom() {
    if (!this.isOpen) return;
    this.fold(false);
    this._makesRoom = true;
  }

  /** What it made room for is over: it is as the reader left it. */
  giveBack() {
    if (this._makesRoom) this.fold(true);
    this._makesRoom = false;
  }

  /** @param {boolean} open */
  fold(open) {
    this._button.setAttribute("aria-expanded", String(open));
    this._body.hidden = !open;
  }

  /**
   * @param {import("./state.js").State} state
   * @param {{shown: Map<string, number>, total: Map<string, number>, filters: number}} counts -
   *   by layer: what the filters leave of it, and all it has.
   */
  show(state, { shown, total, filters }) {
    this._state = state;
    for (const row of this._rows) {
      const id = row.dataset.layer;
      const isShown = isOn(state, id);
      row.querySelector(".panel__box").checked = isShown;
      row.toggleAttribute("data-off", !isShown);
      this._showOpacity(row, state.opacity[id] ?? 100);
      if (!total.has(id)) continue; // has not come yet; the server counted it
      const [left, all] = [shown.get(id) ?? 0, total.get(id)];
      row.querySelector(".panel__count").textContent = left === all ? `${all}` : `${left}/${all}`;
    }
    this._only.checked = state.bbox !== null;
    this._mix(this._all, this._ids);
    for (const box of this._groups) this._mix(box, this._idsOf(box.dataset.group));
    this._badge(filters);
  }

  _idsOf(group) {
    return this._rows.filter(({ dataset }) => dataset.group === group).map(({ dataset }) => dataset.layer);
  }

  /** A box for several layers: on, off, or mixed. */
  _mix(box, ids) {
    const on = ids.filter((id) => isOn(this._state, id)).length;
    box.checked = on === ids.length;
    box.indeterminate = on > 0 && on < ids.length;
  }

  _showOpacity(row, amount) {
    const slider = row.querySelector(".panel__opacity input");
    if (!slider) return;
    slider.value = String(amount);
    row.querySelector(".panel__opacity output").textContent = `${amount} %`;
  }

  _badge(filters) {
    const badge = this._root.querySelector(".panel__badge");
    badge.hidden = filters === 0;
    badge.querySelector("[data-count]").textContent = String(filters);
    this._root.querySelector(".panel__reset").hidden = filters === 0;
  }
}
