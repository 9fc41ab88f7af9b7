/** One view, as the address bar holds it: what is shown, chosen and looked at. */

import { readTimes } from "./times.js";

/**
 * @typedef {Object} State
 * @property {string[] | null} layers - ids of what is on; null for all.
 * @property {"place" | "actor" | "both"} sense
 * @property {string[]} kind
 * @property {string[]} country - ISO 3166-1 alpha-2.
 * @property {string[]} confidence - sure, likely, doubtful.
 * @property {string} q - searched for in names and text.
 * @property {string | null} datetime - when it is spoken of, as times.js reads it; null for any time.
 * @property {string | null} place - id of what is selected.
 * @property {number | null} mention - offset of the mention it was selected by.
 * @property {string | null} at - "zoom/lat/lon" of the map.
 * @property {[number, number, number, number] | null} bbox - west, south, east, north of what is
 *   shown; null for everything.
 * @property {Object<string, number>} opacity - of layers that are not drawn in full, in per cent.
 * @property {"text" | "places" | "map"} view - what is read beside the map; nothing for `map`.
 * @property {number | null} story - the stop of the story that is looked at, from 1.
 * @property {string} [lang] - the language that the address asks the interface for.
 */

/** @type {State} */
export const DEFAULT = Object.freeze({
  layers: null,
  sense: "place",
  kind: [],
  country: [],
  confidence: [],
  q: "",
  datetime: null,
  place: null,
  mention: null,
  at: null,
  bbox: null,
  opacity: Object.freeze({}),
  view: "text",
  story: null,
});

const SENSES = ["place", "actor", "both"];
const VIEWS = ["text", "places", "map"];
const LISTS = ["kind", "country", "confidence"];
const NONE = "none";

/**
 * The view that an address asks for.
 *
 * @param {string} search - of the address, "?…" or empty.
 * @param {{layers: string[], kind: string[], country: string[], confidence: string[],
 *   place: string[], stops?: number}} known - what this article has.
 * @returns {{state: State, unknown: string[]}} `unknown` has what was not understood, as "name=value".
 */
export function readQuery(search, known) {
  const state = { ...DEFAULT };
  const unknown = [];
  for (const [name, value] of new URLSearchParams(search)) {
    const read = Object.hasOwn(READERS, name) ? READERS[name](value, known) : undefined;
    if (read === undefined) {
      unknown.push(`${name}=${value}`);
    } else {
      state[name] = read.value;
      unknown.push(...read.unknown.map((part) => `${name}=${part}`));
    }
  }
  return { state, unknown };
}

const READERS = {
  layers: (value, known) => (value === NONE ? good([]) : list(value, known.layers)),
  sense: (value) => (SENSES.includes(value) ? good(value) : undefined),
  view: (value) => (VIEWS.includes(value) ? good(value) : undefined),
  kind: (value, known) => list(value, known.kind),
  country: (value, known) => list(value, known.country),
  confidence: (value, known) => list(value, known.confidence),
  q: (value) => good(value),
  datetime: (value) => (readTimes(value) ? good(value) : undefined),
  place: (value, known) => (known.place.includes(value) ? good(value) : undefined),
  mention: (value) => (/^\d+$/.test(value) ? good(Number(value)) : undefined),
  at: (value) => (readPosition(value) ? good(value) : undefined),
  bbox: (value) => readBox(value),
  opacity: (value, known) => readOpacity(value, known.layers),
  story: (value, known) =>
    /^[1-9]\d*$/.test(value) && Number(value) <= known.stops ? good(Number(value)) : undefined,
  embed: (value) => (value === "1" ? good(true) : undefined),
  lang: (value, known) => {
    const spoken = known.lang?.find((tag) => bare(tag) === bare(value));
    return spoken && good(spoken);
  },
};

/** The language alone, as the server takes zh-CN for zh-Hans. */
function bare(tag) {
  return tag.toLowerCase().split(/[-_]/)[0];
}

function good(value) {
  return { value, unknown: [] };
}

function list(value, known) {
  const parts = value.split(",").filter(Boolean);
  return {
    value: parts.filter((part) => known.includes(part)),
    unknown: parts.filter((part) => !known.includes(part)),
  };
}

function readBox(value) {
  const box = value.split(",").map(Number);
  const [west, south, east, north] = box;
  const isLon = (lon) => Math.abs(lon) <= 180;
  const fits = box.length === 4 && isLon(west) && isLon(east) && -90 <= south && south <= north && north <= 90;
  return fits ? good(box) : undefined;
}

/** "ports:40,regions:80" */
function readOpacity(value, layers) {
  const parts = value.split(",").map((part) => [part, ...(/^(.+):(\d{1,3})$/.exec(part)?.slice(1) ?? [])]);
  const fits = ([, layer, amount]) => layers.includes(layer) && Number(amount) <= 100;
  return {
    value: Object.fromEntries(parts.filter(fits).map(([, layer, amount]) => [layer, Number(amount)])),
    unknown: parts.filter((part) => !fits(part)).map(([part]) => part),
  };
}

/**
 * The address of a view: only what differs from the default, in a fixed order.
 *
 * @param {State} state
 * @returns {string} "?…" or empty.
 */
export function writeQuery(state) {
  const pairs = [];
  if (state.layers) pairs.push(["layers", state.layers.join(",") || NONE]);
  if (state.sense !== DEFAULT.sense) pairs.push(["sense", state.sense]);
  for (const name of LISTS) {
    if (state[name].length) pairs.push([name, state[name].join(",")]);
  }
  for (const name of ["q", "datetime", "place", "mention", "story", "at"]) {
    if (state[name] !== null && state[name] !== "") pairs.push([name, state[name]]);
  }
  if (state.bbox) pairs.push(["bbox", state.bbox.join(",")]);
  const opacity = Object.entries(state.opacity).filter(([, amount]) => amount < 100);
  if (opacity.length) pairs.push(["opacity", opacity.map((pair) => pair.join(":")).join(",")]);
  if (state.view !== DEFAULT.view) pairs.push(["view", state.view]);
  if (state.lang) pairs.push(["lang", state.lang]);
  if (state.embed) pairs.push(["embed", "1"]);
  return query(pairs);
}

/**
 * The query of a download of exactly what a view shows.
 *
 * @param {State} state
 * @returns {string} "?…" or empty.
 */
export function downloadQuery(state) {
  const pairs = [];
  if (state.layers) pairs.push(["layers", state.layers.join(",")]);
  if (state.sense !== "both") pairs.push(["sense", state.sense]);
  for (const name of LISTS) {
    if (state[name].length) pairs.push([name, state[name].join(",")]);
  }
  if (state.q) pairs.push(["q", state.q]);
  if (state.datetime) pairs.push(["datetime", state.datetime]);
  if (state.bbox) pairs.push(["bbox", state.bbox.join(",")]);
  if (state.lang) pairs.push(["lang", state.lang]);
  return query(pairs);
}

/** Commas, colons and slashes are left as they are: they are allowed, and readable. */
function query(pairs) {
  const text = pairs
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&")
    .replaceAll("%2C", ",")
    .replaceAll("%3A", ":")
    .replaceAll("%2F", "/");
  return text && `?${text}`;
}

/**
 * @param {string | null} at - "zoom/lat/lon".
 * @returns {{zoom: number, lat: number, lon: number} | null}
 */
export function readPosition(at) {
  const numbers = (at ?? "").split("/").map(Number);
  if (numbers.length !== 3 || !numbers.every(Number.isFinite)) return null;
  const [zoom, lat, lon] = numbers;
  return Math.abs(lat) <= 90 ? { zoom, lat, lon } : null;
}

/**
 * Is a layer on? That of governments is, when actors are.
 *
 * @param {State} state
 * @param {string} id
 * @returns {boolean}
 */
export function isOn(state, id) {
  const chosen = state.layers === null || state.layers.includes(id);
  return chosen && (id !== "governments" || state.sense !== "place");
}

/**
 * The change that turns layers on or off.
 *
 * @param {State} state
 * @param {string[]} all - ids of the article's layers, in order.
 * @param {string[]} ids - what to turn.
 * @param {boolean} on
 * @returns {Partial<State>}
 */
export function turned(state, all, ids, on) {
  const isOnAfter = (id) => (ids.includes(id) ? on : isOn(state, id));
  const actors = isOnAfter("governments") && all.includes("governments");
  const layers = all.filter((id) => isOnAfter(id) || id === "governments");
  const sense = actors ? (state.sense === "place" ? "both" : state.sense) : "place";
  return { layers: layers.length === all.length ? null : layers, sense };
}

/** The one view of the page, told to whoever listens, and kept in the address bar. */
export class Store {
  /**
   * @param {State} state
   * @param {(query: string, push: boolean) => void} write - puts a query into the address bar.
   */
  constructor(state, write) {
    this._state = Object.freeze(state);
    this._write = write;
    this._listeners = [];
  }

  /** @returns {State} */
  get state() {
    return this._state;
  }

  /** @param {(state: State, before: State) => void} listener - called after every change. */
  listen(listener) {
    this._listeners.push(listener);
  }

  /**
   * Change the view; the back button undoes it.
   *
   * @param {Partial<State>} change
   */
  set(change) {
    this._change(change, true);
  }

  /**
   * Change the view without a step in the history: for what moves continuously.
   *
   * @param {Partial<State>} change
   */
  drift(change) {
    this._change(change, false);
  }

  /**
   * Take over a view that the address bar has already.
   *
   * @param {State} state
   */
  restore(state) {
    this._tell(Object.freeze(state));
  }

  _change(change, push) {
    const state = Object.freeze({ ...this._state, ...change });
    const query = writeQuery(state);
    if (query !== writeQuery(this._state)) this._write(query, push);
    this._tell(state);
  }

  _tell(state) {
    const before = this._state;
    this._state = state;
    for (const listener of this._listeners) listener(state, before);
  }
}
