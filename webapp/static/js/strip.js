/** The row below the map that holds the timeline: folded, or open and then loaded. */

import { el } from "./elements.js";
import { t, tn } from "./messages.js";
import { notify } from "./notice.js";
import { readTimes } from "./times.js";
import { timeWords } from "./timewords.js";

/** Where there is room for it beside all else. */
const ROOM = "(min-width: 60rem) and (min-height: 40rem)";

/** A heading that folds; what is below it comes when it is seen. */
export class Strip {
  /**
   * @param {HTMLElement} root - the element with class `timeline`.
   * @param {Object[]} features - all of the article's.
   * @param {Object} told - what timeline.js tells.
   */
  constructor(root, features, told) {
    this._root = root;
    this._features = features;
    this._told = told;
    this._button = root.querySelector(".timeline__fold");
    this._body = root.querySelector(".timeline__body");
    this._button.addEventListener("click", () => this._fold(this._isOpen));
    root.addEventListener("keydown", (event) => this._key(event));
    const meant = this._isMeant && window.matchMedia(ROOM).matches;
    this._fold(!meant || document.body.classList.contains("page--embed"));
  }

  /** The server opens it for an article that speaks of many times. */
  get _isMeant() {
    return this._button.getAttribute("aria-expanded") === "true";
  }

  get _isOpen() {
    return !this._body.hidden;
  }

  _fold(folded) {
    this._button.setAttribute("aria-expanded", String(!folded));
    this._body.hidden = folded;
    this._write();
  }

  /**
   * @param {import("./state.js").State} state
   * @param {Object[]} features - those that would be shown of any time.
   */
  show({ datetime }, features) {
    const span = datetime ? readTimes(datetime) : null;
    const now = this._root.querySelector(".timeline__now");
    now.hidden = !span;
    now.textContent = span ? timeWords(span) : "";
    this._latest = [span, features];
    this._write();
  }

  /** What is folded away is neither loaded nor written. */
  async _write() {
    if (!this._isOpen || !this._latest) return;
    this._loading ??= Promise.all([import("./timeline.js"), dressed(this._root.dataset.style)]);
    try {
      const [{ Timeline }] = await this._loading;
      this._timeline ??= new Timeline(this._body, this._features, this._told, { t, tn, timeWords });
    } catch (error) {
      this._loading = null;
      notify(t("The timeline could not be loaded: {error}. Fold it and open it to try again.", { error: error.message }));
      return;
    }
    this._timeline.show(...this._latest);
  }

  /** First the filter goes, then the keyboard leaves the bars. */
  _key(event) {
    if (event.key !== "Escape" || !this._latest) return;
    const [span] = this._latest;
    if (!span && document.activeElement === this._button) return;
    event.stopPropagation();
    if (span) this._told.change({ datetime: null });
    else this._button.focus();
  }
}

/** Resolves once a style sheet is there; a page that is one file has it in itself. */
function dressed(href) {
  if (!href) return null;
  return new Promise((done, fail) => {
    const failed = () => fail(new Error(href));
    document.head.append(el("link", { rel: "stylesheet", href, onload: done, onerror: failed }));
  });
}
