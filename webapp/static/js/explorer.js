/** Joins text, map, list and panel around one selection. */

import { Chips } from "./chips.js";
import { Download, downloadWords } from "./download.js";
import { Empty } from "./empty.js";
import { Facets } from "./facets.js";
import { facetValues, sift } from "./filters.js";
import { frameOf } from "./frame.js";
import { Lent } from "./lent.js";
import { notify } from "./notice.js";
import { Panel } from "./panel.js";
import { Picture } from "./picture.js";
import { Places } from "./places.js";
import { Popup } from "./popup.js";
import { freeRoom } from "./room.js";
import { Saving, collection, narrowed, save } from "./saving.js";
import { Search } from "./search.js";
import { Senses } from "./senses.js";
import { Share } from "./share.js";
import { Sieve, filterChanged } from "./sieve.js";
import { isOneFile } from "./source.js";
import { DEFAULT, Store, readQuery } from "./state.js";
import { Story, chapters } from "./story.js";
import { Text } from "./text.js";
import { inTurns, pause } from "./turns.js";
import { Views } from "./views.js";
import { CONFIDENCES, counted } from "./words.js";

/** So many pixels must be free each way, beside card and panel, for a place to be seen in. */
const LEAST_ROOM = 420;
/** Narrower, the card is a sheet over the text, and covers nothing of the map. */
const NARROW = window.matchMedia("(max-width: 59.99rem)");

/** Joins the parts of the page; each knows only its own elements. */
export class Explorer {
  constructor(page, atlas, map, layers) {
    this._page = page;
    this._atlas = atlas;
    this._map = map;
    this._layers = layers;
    this._ids = layers.map(({ id }) => id);
    this._sieve = new Sieve(atlas.features);
    this._stops = chapters(sift(atlas.features, DEFAULT).visible);
    this._lent = new Lent();
    this._opener = null;
    this._article = null;
  }

  /** What an address may ask for; worked out only where one does. */
  get _known() {
    const values = (name) => this._atlas.values((feature) => facetValues(feature, name));
    const places = () => this._atlas.values((feature) => [feature.place_id]);
    return {
      layers: this._ids,
      confidence: CONFIDENCES,
      stops: this._stops.length,
      get place() {
        return places();
      },
      get kind() {
        return values("kind");
      },
      get country() {
        return values("country");
      },
    };
  }

  async start() {
    const { state, unknown } = readQuery(location.search, this._known);
    this._report(unknown);
    if (state.story && !state.place) Object.assign(state, this._chosenBy(state.story));
    this._store = new Store(state, writeAddress);
    this._makeParts();
    await pause();
    this._map.listen({
      select: (feature, opener) => this._select(feature, feature.mentions[0]?.start, opener),
      hover: (placeId) => this._point(placeId),
      move: (at) => this._store.drift({ at, ...(this._store.state.bbox && this._frame()) }),
    });
    window.addEventListener("popstate", () => this._back());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this._popup.shown) this._close();
    });
    await this._showFirst(state);
    const selected = this._atlas.find(state.place, state.mention, this._sifted.visible);
    if (selected && !state.at) this._map.reveal(selected, this._covered());
    if (selected && state.mention !== null) this._text.reveal(state.mention);
    if (!selected && state.bbox && !state.at) this._map.open(null, state.bbox, 0);
    this._page.dataset.ready = "true";
  }

  _makeParts() {
    const page = this._page;
    const find = (name) => page.querySelector(`.${name}`);
    const change = (values) => this._store.set(values);
    const hover = (placeId) => this._point(placeId);
    this._views = new Views(page, { change });
    this._text = new Text(find("text"), {
      hover,
      select: (placeId, start, opener) => this._choose(placeId, start, opener),
    });
    this._places = new Places(find("places"), {
      hover,
      select: (placeId, layer, opener) => this._enter(placeId, layer, opener),
    });
    this._panel = new Panel(find("panel"), {
      change,
      zoom: (layer) => this._zoom(layer),
      reset: () => this._reset(),
      frame: (on) => this._store.set(on ? this._frame() : { bbox: null }),
    });
    this._empty = new Empty(page, {
      all: () => this._store.set({ ...CLEAR, layers: null, sense: "both" }),
    });
    this._senses = new Senses(find("senses"), { change });
    this._chips = new Chips(find("chips"), { change });
    this._facets = new Facets(find("facets"), { change });
    this._download = new Download(find("download"));
    if (isOneFile()) new Saving(page, () => this._exact(this._sifted.visible));
    else this._share = new Share(document.querySelector(".share"));
    this._search = new Search(find("search"), { search: (q) => this._store.drift({ q }) });
    this._popup = new Popup(find("popup"), {
      close: () => this._close(),
      turn: (mention) => this._store.drift({ mention: mention.start }),
      read: (mention) => this._read(mention),
      choose: (placeId) => this._choose(placeId, null, null),
      other: (feature) => this._other(feature),
      take: (feature) => this._take(feature),
    });
    this._story = new Story(find("story"), find("story__open"), this._stops, {
      turn: (number) => this._tell(number),
    });
    new Picture(find("picture"), page);
    this._makeSteps(find("steps"));
  }

  _makeSteps(root) {
    this._words = root.querySelector(".steps__words");
    root.querySelector(".steps__previous").addEventListener("click", () => this._step(-1));
    root.querySelector(".steps__next").addEventListener("click", () => this._step(1));
    const follow = root.querySelector(".steps__follow");
    follow.addEventListener("click", () => this._follow(follow));
  }

  /** The one place where a view becomes visible. */
  _show(state, before) {
    for (const part of this._parts(state, before)) part();
  }

  /** The first time part by part, so that the text can be scrolled in between. */
  async _showFirst(state) {
    await inTurns(this._parts(state, DEFAULT));
    this._store.listen((after, before) => this._show(after, before));
    if (this._store.state !== state) this._show(this._store.state, state);
  }

  /** What there is to do until a view is visible. */
  _parts(state, before) {
    const changed = filterChanged(state, before);
    this._lent.watch(state);
    if (changed) this._sifted = this._sieve.sift(state);
    return [
      () => this._views.show(state),
      () => this._fade(state, before),
      ...(changed ? this._filteredParts(state, this._sifted) : []),
      () => this._panel.show(state, this._sifted.counts),
      () => this._showSelected(state, before, this._sifted.visible),
      () => this._story.show(state.story),
      () => this._share?.show(),
    ];
  }

  _filteredParts(state, { visible, facets, hidden }) {
    const located = visible.filter(({ geometry }) => geometry);
    return [
      ...this._map.parts(located),
      () => this._map.name(located),
      () => {
        this._places.show(visible);
        this._text.show(spansOf(visible));
      },
      () => {
        this._senses.show(state);
        this._chips.show(state, hidden);
        this._facets.show(state, facets);
        this._empty.show(visible.length);
        this._download.show(state, downloadWords(located.length, visible.length - located.length));
        this._search.show(state.q, counted(located.length, "place"));
        this._views.count(located.length);
      },
    ];
  }

  /** How strongly each layer is drawn: the style sheet reads it, and a canvas is told. */
  _fade({ opacity }, before) {
    if (opacity === before.opacity && before !== DEFAULT) return;
    const { style } = this._page;
    const strengths = Object.fromEntries(this._ids.map((id) => [id, (opacity[id] ?? 100) / 100]));
    for (const id of this._ids) {
      // In full is what the style sheet says; to say it again would dress the whole page anew.
      if (strengths[id] === 1) style.removeProperty(`--opacity-${id}`);
      else style.setProperty(`--opacity-${id}`, String(strengths[id]));
    }
    this._map.fade(strengths);
  }

  _frame() {
    return { bbox: frameOf(this._map.bbox()) };
  }

  _showSelected(state, before, visible) {
    const feature = this._atlas.find(state.place, state.mention, visible);
    const number = feature?.mentions.findIndex(({ start }) => start === state.mention) ?? 0;
    const start = feature?.mentions[Math.max(0, number)]?.start ?? null;
    this._text.select(state.place, start);
    this._places.select(state.place, feature?.layer ?? null);
    const moved = state.place !== before.place || state.mention !== before.mention;
    if (!moved && !filterChanged(state, before)) return;
    this._map.select(feature ?? null);
    if (feature) this._showPopup(feature, Math.max(0, number));
    else this._popup.hide();
  }

  _showPopup(feature, number) {
    const siblings = this._atlas.features.filter(
      (other) => other.place_id === feature.place_id && other.layer !== feature.layer,
    );
    this._popup.show(feature, { number, siblings, article: this._article });
    if (this._article) return;
    this._atlas.article().then(
      (article) => {
        this._article = article;
        const { place, mention } = this._store.state;
        if (place === feature.place_id) this._refresh(place, mention);
      },
      () => notify("The server does not answer: reasons and runner-up are missing. All else on this page still works."),
    );
  }

  /** Show the card again with its reasons; the keyboard stays where it is in it. */
  _refresh(place, mention) {
    const focused = this._popup.hasFocus;
    const feature = this._atlas.find(place, mention, this._sifted.visible);
    const number = feature.mentions.findIndex(({ start }) => start === mention);
    this._showPopup(feature, Math.max(0, number));
    if (focused) this._popup.focus();
    // The card has grown; a view that an address holds stays as it is.
    if (this._aim === place) this._lookAt(feature);
  }

  /** A panel that leaves no map beside the card folds until that is closed; who opens it keeps it. */
  _makeRoom() {
    if (NARROW.matches || this._folded || !this._panel.isOpen) return;
    const { width, height } = this._page.querySelector(".map").getBoundingClientRect();
    const { left, right, top, bottom } = this._covered();
    if (Math.min(width - left - right, height - top - bottom) >= LEAST_ROOM) return;
    this._panel.fold(false);
    this._folded = true;
  }

  /** Bring into view what was chosen just now. */
  _lookAt(feature) {
    this._makeRoom();
    this._aim = feature.place_id;
    this._map.reveal(feature, this._covered());
  }

  /** Select a feature at a mention, and remember where the keyboard came from. */
  _select(feature, start, opener) {
    if (opener) this._opener = opener;
    this._store.set({ ...this._lend(feature), place: feature.place_id, mention: start ?? null });
    if (!this._page.contains(this._opener)) this._opener = null;
    this._popup.focus();
    this._lookAt(feature);
  }

  _choose(placeId, start, opener) {
    const feature = this._atlas.find(placeId, start, this._sifted.visible);
    if (feature) this._select(feature, start ?? feature.mentions[0]?.start, opener);
  }

  _enter(placeId, layer, opener) {
    const feature = this._sifted.visible.find(
      (other) => other.place_id === placeId && other.layer === layer,
    );
    if (feature) this._select(feature, feature.mentions[0]?.start, opener);
  }

  /** What is selected must be seen, even if its layer was off: as long as it is selected. */
  _lend(feature) {
    const { state } = this._store;
    if (this._sifted.visible.some((other) => keyOf(other) === keyOf(feature))) return {};
    const sense = feature.layer === "governments" ? "both" : state.sense === "actor" ? "both" : state.sense;
    const layers =
      state.layers === null || state.layers.includes(feature.layer)
        ? state.layers
        : [...state.layers, feature.layer];
    return this._lent.take(state, { sense, layers });
  }

  _other(feature) {
    this._select(feature, feature.mentions[0].start, null);
  }

  /** Features as their files have them, with the mentions that filters left. */
  _exact(features) {
    return Promise.all(
      features.map(async (feature) => narrowed(await this._atlas.exact(feature), feature.mentions)),
    );
  }

  /** Give one place away as a file. */
  _take(feature) {
    this._exact([feature]).then(
      (exact) => save(collection(exact), feature.place_id.replace(/[^\w-]+/g, "-")),
      (error) => notify(`The place could not be loaded: ${error.message}.`),
    );
  }

  _read(mention) {
    this._showInText(mention.start, { focus: true });
  }

  /** The text at a mention; the card leaves it free. */
  _showInText(start, options) {
    if (this._store.state.view !== "text") this._store.drift({ view: "text" });
    this._popup.peek(true);
    this._text.reveal(start, options);
  }

  _step(way) {
    const next = this._text.next(this._store.state.mention, way);
    if (!next) return;
    const feature = this._atlas.find(next.place, next.start, this._sifted.visible);
    this._store.set({ place: next.place, mention: next.start });
    this._showInText(next.start);
    this._words.textContent = `${next.number} of ${next.count}`;
    this._words.dataset.walking = "true";
    this._lookAt(feature);
  }

  _chosenBy(number) {
    const { feature, mention } = this._stops[number - 1];
    return { place: feature.place_id, mention: mention.start };
  }

  /** Go to a stop of the story: text and map together. */
  _tell(number) {
    if (number === null) {
      this._store.set({ ...this._lent.back(), story: null, place: null, mention: null });
      return;
    }
    const { feature, mention } = this._stops[number - 1];
    if (!NARROW.matches) this._panel.fold(false); // the story needs the map
    this._store.set({ ...this._lend(feature), story: number, ...this._chosenBy(number) });
    this._showInText(mention.start);
    this._lookAt(feature);
  }

  /** While following, the map goes where the text is read; nothing gets selected. */
  _follow(button) {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    this._text.follow(on ? (placeId, start) => this._pass(placeId, start) : null);
    if (!on) this._point(null);
  }

  _pass(placeId, start) {
    const feature = this._atlas.find(placeId, start, this._sifted.visible);
    this._point(placeId);
    if (feature) this._map.reveal(feature, this._covered());
  }

  _close() {
    const focused = this._popup.hasFocus;
    const opener = this._opener?.isConnected ? this._opener : null;
    this._opener = null;
    this._store.set({ ...this._lent.back(), place: null, mention: null });
    if (this._folded) this._panel.fold(true);
    this._folded = false;
    if (focused) (opener ?? this._page.querySelector(".views__choice")).focus({ preventScroll: true });
  }

  _point(placeId) {
    this._map.point(placeId);
    this._text.point(placeId);
  }

  _zoom(layer) {
    this._map.fit(
      this._sifted.everywhere.filter((feature) => feature.layer === layer),
      this._covered(),
    );
  }

  _reset() {
    this._store.set(CLEAR);
  }

  /** How much of each side of the map lies under the card and the panel. */
  _covered() {
    const box = (name) => this._page.querySelector(`.${name}`).getBoundingClientRect();
    return freeRoom(box("map"), NARROW.matches ? [] : [box("popup"), box("panel")]);
  }

  _back() {
    const { state } = readQuery(location.search, this._known);
    this._store.restore(state); // first: a map that moves tells the view of the store
    this._map.goTo(state.at);
  }

  _report(unknown) {
    if (unknown.length) {
      notify(`Part of the address was not understood and is left out: ${unknown.join(", ")}.`);
    }
  }
}

function writeAddress(query, push) {
  const address = location.pathname + query;
  if (push) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/** No filter at all; what is off stays off. */
const CLEAR = Object.freeze({ kind: [], country: [], confidence: [], q: "", bbox: null });

/** Where the text names what is visible; a hundred thousand may share one mention. */
function spansOf(features) {
  const mentions = new Set();
  for (const feature of features) for (const mention of feature.mentions) mentions.add(mention);
  return new Set([...mentions].map(({ start, end }) => `${start}-${end}`));
}

function keyOf(feature) {
  return `${feature.layer}/${feature.place_id}`;
}
