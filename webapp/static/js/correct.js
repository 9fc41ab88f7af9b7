/** The part of the card in which a person says what a name means. */

import { placeSent } from "./corrections.js";
import { el, fill } from "./elements.js";
import { t, tn, woven } from "./messages.js";
import { optionWords } from "./namesakes.js";
import { notify } from "./notice.js";

const SHORT_WAIT_MS = 250;
/** Degrees as people write them: "39.03, 125.75", or with ° and a letter. */
const POSITION = /^\s*(-?\d+(?:\.\d+)?)\s*°?\s*([NS])?\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*°?\s*([EW])?\s*$/i;

/** Confirm, choose another place, put it by hand, flag it, or say that it is none. */
export class Correct {
  /**
   * @param {string} gazetteer - where places are searched for.
   * @param {{say: (told: Object, from: Object) => Promise<boolean>,
   *   takeBack: (correction: Object, mention: number) => void,
   *   pick: () => Promise<[number, number] | null>, preview: (place: Object | null) => void}} told -
   *   `pick` gives longitude and latitude.
   */
  constructor(gazetteer, told) {
    this._gazetteer = gazetteer;
    this._told = told;
  }

  /**
   * What the card shows of it for one mention.
   *
   * @param {Object} detail - the mention, as the server's article has it.
   * @param {number} same - how often the text says this name.
   * @returns {HTMLElement}
   */
  element(detail, same) {
    const root = el("section", { class: "correct", "aria-label": t("Correct this") });
    const close = () => {
      this._told.preview(null);
      this._rest(root, detail, open);
    };
    const open = () => {
      fill(root, this._form(detail, same, close));
      root.querySelector(".correct__title").focus(); // not the field: a phone would cover the card
    };
    this._rest(root, detail, open);
    return root;
  }

  /**
   * What the card shows for a name that the machine missed.
   *
   * @param {{phrase: string, start: number | null, same: number}} name - where it was selected,
   *   and how often the text has these words.
   * @param {() => void} close
   * @returns {HTMLElement}
   */
  asked({ phrase, start, same }, close) {
    const detail = { phrase, start, sense: "place", place: null, missed: true };
    return el("section", { class: "correct", "aria-label": t("Say what this is") }, this._form(detail, same, close));
  }

  /** Who has decided, and a way to say otherwise. */
  _rest(root, detail, open) {
    const { correction, place, start } = detail;
    const say = (told) => this._say(root, detail, { ...told });
    fill(
      root,
      el("p", { class: "correct__state" }, stateWords(correction)),
      el(
        "p",
        { class: "correct__choices" },
        correction
          ? button(t("Take back"), () => this._told.takeBack(correction, start))
          : place && button(t("Confirm"), () => say({ ruling: "place", place: place.id })),
        button(t("Change…"), open),
      ),
    );
  }

  _form(detail, same, close) {
    const form = el("form", { class: "correct__form" });
    const say = (told) => this._say(form, detail, { ...told, ...extras(form) });
    const means = (place) => say({ ruling: "place", place });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("keydown", (event) => {
      if (event.key.startsWith("Arrow")) event.stopPropagation(); // the card turns its pages by them
      if (event.key !== "Escape") return;
      event.stopPropagation();
      const card = form.closest(".popup");
      close();
      card.querySelector(".correct__choices button:last-child")?.focus();
    });
    fill(
      form,
      el("p", { class: "correct__title", tabindex: "-1" }, t("What does “{phrase}” mean?", detail)),
      // Each button below acts at once: what goes with it comes first.
      same > 1 && detail.start !== null && onlyHere(detail, same),
      el("label", { class: "correct__why" }, t("Why"), " ", el("input", { class: "correct__note", maxlength: "500", placeholder: t("may be left out") })),
      this._options(candidatesOf(detail), means, detail.place),
      detail.missed ? this._search(means, t("Which place"), detail.phrase) : this._search(means, t("Another place"), ""),
      this._position(means),
      el(
        "p",
        { class: "correct__choices" },
        ...senseButtons(detail, say),
        button(t("None of these fits"), () => say({ ruling: "flagged" })),
        !detail.missed && button(t("No place at all"), () => say({ ruling: "not a place" })),
      ),
      el("p", {}, button(t("Cancel"), close)),
    );
    return form;
  }

  /** Any place of the gazetteer, by name. */
  _search(means, label, words) {
    const field = el("input", { value: words, class: "correct__search", type: "search", maxlength: "200", autocomplete: "off", spellcheck: "false" });
    const found = el("div", { class: "correct__found", role: "status" });
    let wait;
    let asked = "";
    const search = async () => {
      const words = (asked = field.value.trim());
      if (!words) return fill(found);
      const places = await this._find(words);
      if (words !== asked) return; // another was asked for meanwhile
      fill(found, places.length ? this._options(places, means) : t("No place is called “{words}”.", { words }));
    };
    field.addEventListener("input", () => {
      clearTimeout(wait);
      wait = setTimeout(search, SHORT_WAIT_MS);
    });
    field.addEventListener("keydown", ({ key }) => {
      if (key === "Enter") search();
    });
    search();
    return el("div", {}, el("label", { class: "correct__label" }, `${label} `, field), found);
  }

  /** Places to choose from; the one that is thought of is seen on the map. */
  _options(places, means, beside = null) {
    if (!places.length) return null;
    const words = optionWords(places, beside);
    const option = (place, index) => {
      const choice = button(words[index], () => means(place.id), "correct__option");
      let wait;
      const show = () => (wait ??= setTimeout(() => this._told.preview(place), SHORT_WAIT_MS));
      const hide = () => {
        clearTimeout(wait);
        wait = undefined;
        this._told.preview(null);
      };
      // One that comes to lie under a pointer at rest is not thought of.
      for (const name of ["pointermove", "focus"]) choice.addEventListener(name, show);
      for (const name of ["pointerleave", "blur"]) choice.addEventListener(name, hide);
      return el("li", {}, choice);
    };
    return el("ul", { class: "correct__options" }, ...places.map(option));
  }

  async _find(words) {
    try {
      const response = await fetch(`${this._gazetteer}?q=${encodeURIComponent(words)}`);
      return (await response.json()).places ?? [];
    } catch {
      notify(t("The server does not answer, so that no place can be searched for."));
      return [];
    }
  }

  /** Where it lies, by a point of the map or in figures. */
  _position(means) {
    const field = el("input", { class: "correct__position", placeholder: "39.03, 125.75", autocomplete: "off", "aria-label": t("Latitude, longitude") });
    const put = () => {
      const at = readDegrees(field.value);
      field.setCustomValidity(at ? "" : t("Give latitude and longitude in degrees, such as 39.03, 125.75"));
      if (at) means(at);
      else field.reportValidity();
    };
    field.addEventListener("input", () => field.setCustomValidity(""));
    field.addEventListener("keydown", ({ key }) => {
      if (key === "Enter") put();
    });
    const pick = async ({ currentTarget: opener }) => {
      const at = await this._told.pick();
      if (at) means({ lon: at[0], lat: at[1] });
      else opener.focus();
    };
    return el(
      "p",
      { class: "correct__put" },
      ...woven("{point} or at {field}{put}", {
        point: button(t("Point to it on the map"), pick),
        field,
        put: button(t("Put"), put),
      }),
    );
  }

  async _say(root, { phrase, start, correction, missed }, told) {
    for (const each of root.querySelectorAll("button")) each.disabled = true;
    const kept = await this._told.say({ phrase, ...(missed && { missed }), ...told }, { mention: start, before: correction });
    if (kept) return; // the page is on its way
    for (const each of root.querySelectorAll("button")) each.disabled = false;
  }
}

/** Who has decided what this means, in words. */
function stateWords(correction) {
  if (!correction) return t("Read by the machine.");
  const day = correction.made?.slice(0, 10);
  return day ? t("By a person, on {day}.", { day }) : t("By a person.");
}

/** What else it could be, the chosen one left out. */
function candidatesOf({ candidates, place }) {
  return (candidates ?? []).filter(({ id }) => id !== place?.id);
}

/** A name can stand for a government here, and for a place there. */
function senseButtons({ start, sense, place, stands_for: actor }, say) {
  if (!place) return [];
  const other = sense === "actor" ? "place" : "actor";
  const words =
    other === "actor"
      ? t("Its government is meant here")
      : actor
        ? t("The place is meant here, not its government")
        : t("The place is meant here");
  return [button(words, () => say({ ruling: "place", place: placeSent(place), sense: other, start }))];
}

function onlyHere({ start, phrase }, same) {
  const box = el("input", { class: "correct__here", type: "checkbox", value: String(start) });
  const words = tn(
    "Here alone, not all {number} times that the text says “{phrase}”",
    "Here alone, not all {number} times that the text says “{phrase}”",
    same,
    { phrase },
  );
  return el("label", { class: "correct__label" }, box, " ", words);
}

/** What goes with every choice. */
function extras(form) {
  const here = form.querySelector(".correct__here:checked");
  const note = form.querySelector(".correct__note").value.trim();
  return { ...(here && { start: Number(here.value) }), ...(note && { note }) };
}

/**
 * A position as people write it.
 *
 * @param {string} words
 * @returns {{lat: number, lon: number} | null} null if it is none.
 */
export function readDegrees(words) {
  const match = POSITION.exec(words);
  if (!match) return null;
  const [, south, ns, west, ew] = match;
  const lat = Number(south) * (/s/i.test(ns ?? "") ? -1 : 1);
  const lon = Number(west) * (/w/i.test(ew ?? "") ? -1 : 1);
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

function button(words, act, name = "correct__choice") {
  return el("button", { class: name, type: "button", onclick: act }, words);
}
