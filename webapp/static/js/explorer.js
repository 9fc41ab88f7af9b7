/** Joins text, map, list and panel around one selection. */

import { Chips } from "./chips.js";
import { Corrections, sayDays } from "./corrections.js";
import { Download, downloadWords } from "./download.js";
import { Empty } from "./empty.js";
import { Facets } from "./facets.js";
import { facetValues, sift } from "./filters.js";
import { frameOf } from "./frame.js";
import { Missed } from "./missed.js";
import { t, tn } from "./messages.js";
import { notify } from "./notice.js";
import { Outside } from "./outside.js";
import { Panel } from "./panel.js";
import { Picture } from "./picture.js";
import { Places } from "./places.js";
import { Reading, chosenBy } from "./reading.js";
import { Room } from "./room.js";
import { Saving, collection, narrowed, save } from "./saving.js";
import { Search } from "./search.js";
import { Selection } from "./selection.js";
import { Senses } from "./senses.js";
import { Share } from "./share.js";
import { Sieve, filterChanged } from "./sieve.js";
import { isOneFile } from "./source.js";
import { DEFAULT, Store, readQuery } from "./state.js";
import { chapters } from "./story.js";
import { Strip } from "./strip.js";
import { Text } from "./text.js";
import { inTurns, pause } from "./turns.js";
import { Unmapped } from "./unmapped.js";
import { Views } from "./views.js";
import { CONFIDENCES } from "./words.js";

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
  }

  /** What an address may ask for; worked out only where one does. */
  get _known() {
    const values = (name) => this._atlas.values((feature) => facetValues(feature, name));
    const places = () => this._atlas.values((feature) => [feature.place_id]);
    return {
      layers: this._ids,
      confidence: CONFIDENCES,
      lang: [document.documentElement.lang],
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
    if (state.mention !== null) state.place ??= this._atlas.at(state.mention)?.place_id ?? null;
    if (state.story && !state.place) Object.assign(state, chosenBy(this._stops, state.story));
    this._store = new Store(state, writeAddress);
    this._makeParts();
    await pause();
    this._map.listen({
      select: (feature, opener) => this._selection.select(feature, feature.mentions[0]?.start, opener),
      hover: (placeId) => this._point(placeId),
      move: (at) => {
        this._store.drift({ at, ...(this._store.state.bbox && this._frame()) });
        this._outside.look();
      },
    });
    window.addEventListener("popstate", () => this._back());
    await this._showFirst(state);
    const selected = this._atlas.find(state.place, state.mention, this._sifted.visible);
    if (selected && state.at) this._room.make();
    else if (selected) this._selection.lookAt(selected);
    if (selected && state.mention !== null) this._reading.arrive(state);
    if (!selected && state.bbox && !state.at) this._map.open(null, state.bbox, 0);
    if (this._corrections?.report() && selected) this._selection.enterCard(selected);
    this._page.dataset.ready = "true";
    if (this._page.dataset.finer) this._map.refine(this._page.dataset.finer);
  }

  _makeParts() {
    const page = this._page;
    const find = (name) => page.querySelector(`.${name}`);
    const change = (values) => this._store.set(values);
    const hover = (placeId) => this._point(placeId);
    this._views = new Views(page, { change });
    this._text = new Text(find("text"), {
      hover,
      select: (placeId, start, opener) => this._selection.choose(placeId, start, opener),
    });
    this._places = new Places(find("places"), {
      hover,
      select: (placeId, layer, opener) => this._selection.enter(placeId, layer, opener),
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
    this._search = new Search(find("search"), find("text"), {
      search: (q) => this._store.drift({ q }),
      read: () => this._reading.open(),
      choose: (placeId, opener) => this._selection.choose(placeId, null, opener),
    });
    new Picture(find("picture"), page);
    this._strip = find("timeline") && new Strip(find("timeline"), this._atlas.features, this._timeTold());
    const { corrections: url } = page.dataset;
    const list = find("corrections");
    if (list) sayDays(list);
    this._corrections = url ? new Corrections(url, list) : null;
    this._joinParts();
  }

  /** What the timeline tells. */
  _timeTold() {
    return {
      change: (values) => this._store.set(values),
      lift: (placeIds, mentions) => {
        this._map.point(placeIds);
        this._text.lift(mentions);
      },
    };
  }

  /** What needs other parts to be there. */
  _joinParts() {
    const { _atlas: atlas, _map: map, _store: store, _text: text, _places: places } = this;
    const visible = () => this._sifted.visible;
    const room = new Room(this._page, this._panel);
    const parts = { atlas, map, store, text, places, room, visible };
    this._outside = new Outside(this._page.querySelector(".map"), map, room);
    const told = {
      read: ({ start }) => this._reading.showText(start, { focus: true }),
      take: (feature) => this._take(feature),
    };
    const selection = new Selection(this._page, parts, told, this._corrections);
    new Unmapped(this._page.querySelector(".text"), atlas, {
      select: (feature, start, opener) => selection.select(feature, start, opener),
    });
    if (this._corrections) new Missed(this._page, { ask: (name, opener) => selection.ask(name, opener) });
    const point = (placeId) => this._point(placeId);
    this._reading = new Reading(this._page, { ...parts, selection }, this._stops, { point });
    Object.assign(this, { _room: room, _selection: selection });
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
    if (changed) this._sifted = this._sieve.sift(state);
    return [
      () => this._views.show(state),
      () => this._fade(state, before),
      ...(changed ? this._filteredParts(state, this._sifted) : []),
      () => this._places.show(this._sifted.visible, state.view === "places"),
      () => this._panel.show(state, this._sifted.counts),
      () => this._selection.show(state, before),
      () => this._reading.show(state),
      () => this._share?.show(),
    ];
  }

  _filteredParts(state, { visible, anytime, facets, hidden, undated }) {
    const located = visible.filter(({ geometry }) => geometry);
    return [
      () => this._map.name(located), // before the basemap lays out its own names
      ...this._map.parts(located),
      () => this._text.show(spansOf(visible)),
      () => {
        this._senses.show(state);
        this._chips.show(state, hidden, undated);
        this._facets.show(state, facets);
        this._empty.show(visible.length);
        this._outside.offer(located);
        this._download.show(state, downloadWords(located.length, visible.length - located.length));
        this._search.show(state.q, tn("{number} place", "{number} places", located.length), onlyOf(located));
        this._views.count(located.length);
        this._strip?.show(state, anytime);
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
      (error) => notify(t("The place could not be loaded: {error}.", { error: error.message })),
    );
  }

  _point(placeId) {
    this._map.point(placeId === null ? [] : [placeId]);
    this._text.point(placeId);
  }

  _zoom(layer) {
    this._map.fit(
      this._sifted.everywhere.filter((feature) => feature.layer === layer),
      this._room.covered,
    );
  }

  _reset() {
    this._store.set(CLEAR);
  }

  _back() {
    const { state } = readQuery(location.search, this._known);
    this._store.restore(state); // first: a map that moves tells the view of the store
    this._map.goTo(state.at);
  }

  _report(unknown) {
    if (unknown.length) {
      notify(t("Part of the address was not understood and is left out: {parts}.", { parts: unknown.join(t(", ")) }));
    }
  }
}

function writeAddress(query, push) {
  const address = location.pathname + query;
  if (push) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/** The one place that these features show; null for several. */
function onlyOf(features) {
  const [first, ...others] = features;
  return first && others.every(({ place_id: id }) => id === first.place_id) ? first.place_id : null;
}

/** No filter at all; what is off stays off. */
const CLEAR = Object.freeze({ kind: [], country: [], confidence: [], q: "", datetime: null, bbox: null });

/** Where the text names what is visible; a hundred thousand may share one mention. */
function spansOf(features) {
  const mentions = new Set();
  for (const feature of features) for (const mention of feature.mentions) mentions.add(mention);
  return new Set([...mentions].map(({ start, end }) => `${start}-${end}`));
}
