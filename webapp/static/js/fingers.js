/** In another page's frame one finger scrolls that page, and two move the map. */

import { el } from "./elements.js";
import { t } from "./messages.js";

const SHOWN_MS = 1500;

/** A map that leaves one finger to the page around it. */
export class TwoFingers {
  /**
   * @param {HTMLElement} root - the element with class `map`.
   * @param {{enable: () => void, disable: () => void}} dragging - Leaflet's own.
   */
  constructor(root, dragging) {
    this._hint = el("p", { class: "fingers", hidden: true }, t("Use two fingers to move the map"));
    root.append(this._hint);
    const coarse = window.matchMedia("(pointer: coarse)");
    const turn = () => (coarse.matches ? dragging.disable() : dragging.enable());
    coarse.addEventListener("change", turn);
    turn();
    root.addEventListener("touchmove", (event) => this._touch(event.touches.length), { passive: true });
  }

  _touch(fingers) {
    clearTimeout(this._later);
    this._hint.hidden = fingers > 1;
    this._later = setTimeout(() => (this._hint.hidden = true), SHOWN_MS);
  }
}
