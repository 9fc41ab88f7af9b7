/** What people say of names: sent to the server, listed, taken back. */

import { msg, t, tn } from "./messages.js";
import { notify } from "./notice.js";
import { toldWords } from "./telling.js";
import { readTimes } from "./times.js";
import { timeWords } from "./timewords.js";
import { listed } from "./words.js";

/** Under which the page that goes leaves word for the one that comes. */
const SAID = "toposcope:said";

/** Tells the server, and shows the page anew as it then is. */
export class Corrections {
  /**
   * @param {string} url - where corrections of this article are sent.
   * @param {HTMLElement | null} list - the element with class `corrections`, if any were made.
   */
  constructor(url, list) {
    this._url = url;
    for (const button of list?.querySelectorAll(".corrections__back") ?? []) {
      button.hidden = false;
      button.addEventListener("click", () => this.takeBack(button.dataset));
    }
  }

  /**
   * Keep what a person says of a name.
   *
   * @param {Object} told - as the server takes it: phrase, ruling, place, start, sense, note.
   * @param {{mention: number, before: Object | undefined}} from - the mention that was looked at,
   *   and what a person had said of it before.
   * @returns {Promise<boolean>} false if it was not kept, and that was said.
   */
  say(told, { mention, before }) {
    return attempt(msg("The correction was not kept: {error}."), async () => {
      const kept = await this._send("POST", this._url, told);
      const undo = before?.id === kept.id ? before : { id: kept.id, phrase: kept.phrase };
      anew({ mention: mention ?? kept.first, words: `${toldWords(kept.said) ?? kept.said}${lightWords(kept.read_anew)}`, undo });
    });
  }

  /**
   * Let what was worked out count again.
   *
   * @param {{id: string, phrase: string}} correction
   * @param {number | null} [mention] - that was looked at.
   */
  takeBack({ id, phrase }, mention = null) {
    return attempt(msg("The correction was not taken back: {error}."), async () => {
      await this._send("DELETE", `${this._url}/${id}`);
      anew({ mention, words: t("“{phrase}” is read by the machine again.", { phrase }) });
    });
  }

  /**
   * Say what was done before the page was shown anew, and offer to undo it.
   *
   * @returns {boolean} was anything?
   */
  report() {
    const said = JSON.parse(sessionStorage.getItem(SAID) ?? "null");
    if (!said) return false;
    sessionStorage.removeItem(SAID);
    const { words, mention, undo } = said;
    notify(words, undo && { words: t("Undo"), act: () => this._undo(undo, mention) });
    return true;
  }

  _undo(undo, mention) {
    const { id, made, place, ...former } = undo;
    if (!former.ruling) return this.takeBack(undo, mention);
    return this.say({ ...former, ...(place && { place: placeSent(place) }) }, { mention });
  }

  async _send(method, url, body) {
    const headers = { accept: "application/json", "content-type": "application/json" };
    const response = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
    if (response.status === 204) return null;
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    return answer;
  }
}

/**
 * Write the days of a list as the language of the page writes them.
 *
 * @param {HTMLElement} list
 */
export function sayDays(list) {
  for (const day of list.querySelectorAll("time")) {
    day.dateTime = day.textContent;
    day.textContent = timeWords(readTimes(day.dateTime));
  }
}

async function attempt(fault, act) {
  try {
    await act();
    return true;
  } catch (error) {
    notify(t(fault, { error: error.message }));
    return false;
  }
}

/** The page as it is now, at the mention that was looked at. */
function anew(said) {
  const { mention } = said;
  sessionStorage.setItem(SAID, JSON.stringify(said));
  const view = new URLSearchParams(location.search);
  view.delete("place");
  view.delete("mention");
  if (mention !== null) view.set("mention", String(mention));
  const query = String(view);
  history.replaceState(null, "", location.pathname + (query && `?${query}`));
  location.reload();
}

/** A place as it is sent: by its id, or where it was put by hand. */
export function placeSent(place) {
  if (!place) return undefined;
  return place.id.startsWith("person:") ? { lat: place.lat, lon: place.lon } : place.id;
}

const MANY_NAMES = 5;

/**
 * What else a correction has changed, in a sentence that goes on.
 *
 * @param {string[]} names - that are read anew in its light.
 * @returns {string} empty for none.
 */
export function lightWords(names) {
  if (!names.length) return "";
  const more = names.length - MANY_NAMES;
  const said = [...names.slice(0, MANY_NAMES), ...(more > 0 ? [tn("{number} more", "{number} more", more)] : [])];
  const words = { names: listed(said) };
  return " " + tn("In its light, {names} is read anew.", "In its light, {names} are read anew.", names.length, words);
}
