/** Words that stand for no place on the map, "Russian" or "Koreans": what they answer when asked. */

import { el, fill } from "./elements.js";
import { t, tn } from "./messages.js";
import { notify } from "./notice.js";
import { toldWords } from "./telling.js";

const GAP = 6;

/** A note beside such a word, and the way to the country it speaks of. */
export class Unmapped {
  /**
   * @param {HTMLElement} text - the element with class `text`.
   * @param {import("./atlas.js").Atlas} atlas
   * @param {{select: (feature: Object, start: number, opener: Element) => void}} told
   */
  constructor(text, atlas, told) {
    this._atlas = atlas;
    this._told = told;
    const role = { role: "dialog", tabindex: "-1", "aria-label": t("Not on the map") };
    this._note = el("div", { class: "unmapped", popover: "auto", ...role });
    text.after(this._note);
    for (const mark of text.querySelectorAll(".mark--plain:not(:has(.mark))")) open(mark);
    text.addEventListener("click", ({ target }) => this._ask(markOf(target)));
    text.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      if (event.target !== markOf(event.target)) return;
      event.preventDefault();
      this._ask(event.target);
    });
    this._note.addEventListener("keydown", (event) => {
      if (event.key === "Escape") event.stopPropagation(); // closes the note, and not the card
    });
    document.addEventListener("scroll", () => this._note.hidePopover(), { capture: true, passive: true });
  }

  _ask(mark) {
    if (!mark) return;
    const [start, end] = [mark.dataset.start, mark.dataset.end].map(Number);
    this._atlas.article().then(
      (article) => this._show(mark, article.mention(start, end)),
      (error) => notify(t("What this word stands for could not be loaded: {error}.", { error: error.message })),
    );
  }

  _show(mark, detail) {
    if (!detail) return;
    const lead = (feature) => this._lead(feature, mark);
    fill(this._note, el("p", {}, meaning(detail)), ...featuresOf(this._atlas.features, detail).map(lead));
    this._note.showPopover();
    this._place(mark);
    this._note.focus({ preventScroll: true });
  }

  /** Under the word, or over it where there is no room below. */
  _place(mark) {
    const [word] = mark.getClientRects();
    const { width, height } = this._note.getBoundingClientRect();
    const below = word.bottom + GAP;
    const top = below + height < window.innerHeight ? below : word.top - GAP - height;
    const left = Math.max(GAP, Math.min(word.left, window.innerWidth - width - GAP));
    this._note.style.top = `${top}px`;
    this._note.style.left = `${left}px`;
  }

  _lead(feature, mark) {
    const go = () => {
      this._note.hidePopover();
      this._told.select(feature, nearest(feature, Number(mark.dataset.start)), mark);
    };
    return el("button", { class: "unmapped__way", type: "button", onclick: go }, wayWords(feature));
  }
}

/** Make a word a button: without scripts it has no answer, and is none. */
function open(mark) {
  mark.setAttribute("role", "button");
  mark.setAttribute("tabindex", "0");
  mark.setAttribute("aria-haspopup", "dialog");
}

function markOf(target) {
  const mark = target.closest(".mark");
  return mark?.matches(".mark--plain[role]") ? mark : null;
}

/**
 * What a word that is not on the map means, in a sentence.
 *
 * @param {{phrase: string, kind: string, place: Object | null, how: string}} detail
 * @returns {string}
 */
export function meaning({ phrase, kind, place, how }) {
  if (kind !== "demonym" || !place) return t("“{phrase}” is not on the map: {reason}.", { phrase, reason: toldWords(how) ?? how });
  return t("“{phrase}” is a word for a people ({country}), not for a place; it is not on the map.", {
    phrase,
    country: place.name,
  });
}

/**
 * What the article shows of the country that a word speaks of.
 *
 * @param {Object[]} features
 * @param {{place: Object | null, stands_for: Object | null}} detail
 * @returns {Object[]} that have mentions, as a place or as a government.
 */
export function featuresOf(features, { place, stands_for: country }) {
  const ids = new Set([place?.id, country?.id]);
  return features.filter(({ place_id: id, mentions }) => ids.has(id) && mentions.length);
}

function wayWords({ name, layer, mentions }) {
  const said = tn("{number} mention", "{number} mentions", mentions.length);
  const values = { name, mentions: said };
  return layer === "governments" ? t("{name}’s government: {mentions}", values) : t("{name} itself: {mentions}", values);
}

/** Where a place is named nearest to a word. */
function nearest({ mentions }, start) {
  const far = (mention) => Math.abs(mention.start - start);
  return mentions.reduce((best, each) => (far(each) < far(best) ? each : best)).start;
}
