/** The timeline: when the text's places are spoken of, a bar for each time; loaded when it is seen. */

import { barsOf, edges, firstOf, inTwoLines, litBars, pausesOf, stretch, tallied, timesOf } from "./bars.js";
import { el, fill } from "./elements.js";
import { ALWAYS, EVER, edgeOf, writeTimes } from "./times.js";
import { saidWith } from "./timesaid.js";

/** More places than this are not lifted out of the map: it would be all of it. */
const MOST_LIFTED = 60;

/** Bars to choose one, or some, and two lists for those who would rather read. */
export class Timeline {
  /**
   * @param {HTMLElement} root - the element with class `timeline__body`.
   * @param {Object[]} features - all of the article's: their times stay, whatever is filtered.
   * @param {{change: (change: Object) => void,
   *   lift: (placeIds: string[], mentions: Object[]) => void}} told
   * @param {Object} page - what says things, as timesaid.js takes it.
   */
  constructor(root, features, told, page) {
    this._told = told;
    const words = saidWith(page);
    this._say = words;
    this._axis = barsOf(timesOf(features));
    this._anchor = null;
    this._buttons = this._axis.bars.map((bar, index) => this._bar(bar, index));
    this._words = el("p", { class: "timeline__words" });
    const { starts, ends } = edges(this._axis.bars);
    this._from = this._list("from", words.from(), words.beginning(), starts);
    this._to = this._list("to", words.to(), words.end(), ends);
    this._clear = el(
      "button",
      { class: "timeline__clear", type: "button", onclick: () => this._leave() },
      words.clear(),
    );
    const row = el(
      "div",
      { class: "timeline__bars", role: "toolbar", "aria-label": words.bars() },
      ...this._row(),
    );
    this._hear(row);
    const choice = el("div", { class: "timeline__choice" }, this._from.whole, this._to.whole, this._clear);
    fill(root, this._words, row, choice);
    this._rove(0);
  }

  /** Bars, and between them the time that passes: not to scale, and told where it is long. */
  _row() {
    const pauses = pausesOf(this._axis.bars);
    return this._buttons.flatMap((button, index) => {
      const pause = pauses[index - 1];
      return pause?.days ? [this._pause(pause), button] : [button];
    });
  }

  _bar(bar, index) {
    return el(
      "button",
      { class: "timeline__bar", type: "button", "data-index": index },
      el("span", { class: "timeline__count", "aria-hidden": "true" }),
      el("span", { class: "timeline__height" }),
      el("span", { class: "timeline__label", "aria-hidden": "true" }, ...this._lines(bar)),
    );
  }

  _lines(bar) {
    const [first, gap, second] = inTwoLines(this._say.time(bar, "short"));
    const line = (words) => el("span", {}, words);
    return second ? [line(first), gap && " ", line(second)] : [line(first)];
  }

  _pause({ days, long }) {
    const words = el("span", {}, long && this._say.elapsed(days));
    const pause = el("span", { class: "timeline__pause", "aria-hidden": "true" }, words);
    pause.style.setProperty("--length", Math.log10(1 + days).toFixed(2));
    return pause;
  }

  /** A list of days, each said as exactly as its bar. */
  _list(name, words, all, days) {
    const id = `timeline-${name}`;
    const list = el(
      "select",
      { id, onchange: () => this._choose(name) },
      el("option", { value: "" }, all),
      ...days.map(({ day, span }) => el("option", { value: day }, this._say.time(span, "short"))),
    );
    return { list, whole: el("span", { class: "timeline__edge" }, el("label", { for: id }, words), list) };
  }

  _hear(row) {
    row.addEventListener("click", (event) => {
      const index = indexOf(event);
      if (index !== null) this._press(index, event.shiftKey);
    });
    row.addEventListener("keydown", (event) => this._key(event));
    for (const name of ["pointerover", "focusin"]) {
      row.addEventListener(name, (event) => this._lift(indexOf(event)));
    }
    for (const name of ["pointerleave", "focusout"]) row.addEventListener(name, () => this._lift(null));
  }

  /**
   * @param {import("./times.js").Span | null} span - that is chosen.
   * @param {Object[]} features - those that would be shown of any time.
   */
  show(span, features) {
    const { tallies, undated } = tallied(this._axis, features);
    const lit = litBars(this._axis.bars, span);
    const most = Math.max(1, ...tallies.map(({ mentions }) => mentions.size));
    const moved = JSON.stringify(span) !== JSON.stringify(this._span);
    Object.assign(this, { _span: span, _tallies: tallies });
    this._anchor = span ? (this._anchor ?? firstOf(this._axis.bars, span)) : null;
    this._buttons.forEach((button, index) => {
      const { mentions, places } = tallies[index];
      const time = this._say.time(this._axis.bars[index]);
      button.setAttribute("aria-label", this._say.bar(time, mentions.size, places.size));
      button.setAttribute("aria-pressed", String(span !== null && lit[index]));
      button.toggleAttribute("data-dim", !lit[index]);
      button.toggleAttribute("data-none", mentions.size === 0);
      button.querySelector(".timeline__count").textContent = String(mentions.size || "");
      button.style.setProperty("--share", String(mentions.size / most));
    });
    this._words.textContent = this._say.undated(undated);
    this._clear.hidden = !span;
    const [start, end] = [span?.start ?? EVER, span?.end ?? ALWAYS];
    this._select(this._from.list, start === EVER ? "" : start, { start, end: null });
    this._select(this._to.list, end === ALWAYS ? "" : end, { start: null, end });
    if (span && moved) this._reveal(firstOf(this._axis.bars, span));
  }

  /** A time that was chosen elsewhere is scrolled to; the page stays where it is. */
  _reveal(index) {
    const button = this._buttons[index];
    const row = button.parentElement;
    if (row.contains(document.activeElement)) return;
    this._rove(index);
    row.scrollLeft = button.offsetLeft - row.offsetLeft - row.clientWidth / 4;
  }

  /** Choose a day of a list; an address may have one that the list has not. */
  _select(list, day, edge) {
    list.querySelector("[data-else]")?.remove();
    if (![...list.options].some(({ value }) => value === day)) {
      list.append(el("option", { value: day, "data-else": true }, this._say.time(edgeOf(edge), "short")));
    }
    list.value = day;
  }

  /** One time, all from the first to this, or, if it is chosen already, any again. */
  _press(index, further) {
    this._rove(index);
    if (!further || this._anchor === null) this._anchor = index;
    const datetime = writeTimes(stretch(this._axis.bars, this._anchor, index));
    const same = !further && this._span && datetime === writeTimes(this._span);
    this._told.change({ datetime: same ? null : datetime });
  }

  /** A list says where to begin, or where to end; the other gives way if it must. */
  _choose(name) {
    const [start, end] = [this._from.list.value || null, this._to.list.value || null];
    const crossed = start && end && start > end;
    const span = { start: crossed && name === "to" ? null : start, end: crossed && name === "from" ? null : end };
    this._anchor = null;
    this._told.change({ datetime: writeTimes(span) });
  }

  _leave() {
    this._told.change({ datetime: null });
    this._buttons[this._current].focus();
  }

  _key(event) {
    const index = indexOf(event);
    const last = this._buttons.length - 1;
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: last }[event.key];
    if (index === null || to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.min(last, Math.max(0, to));
    if (event.shiftKey) {
      this._anchor ??= index;
      this._press(next, true);
    } else {
      this._rove(next);
    }
    this._buttons[next].focus();
  }

  /** One tab stop for all bars; arrow keys move within. */
  _rove(index) {
    this._current = index;
    this._buttons.forEach((button, other) => button.setAttribute("tabindex", other === index ? "0" : "-1"));
  }

  /** What is spoken of at a time, as long as it is pointed at. */
  _lift(index) {
    const tally = index === null ? null : this._tallies?.[index];
    const few = tally && tally.places.size <= MOST_LIFTED;
    this._told.lift(few ? [...tally.places] : [], tally ? [...tally.mentions] : []);
  }
}

function indexOf({ target }) {
  const button = target.closest(".timeline__bar");
  return button ? Number(button.dataset.index) : null;
}
