/** What is selected: its card, and a sight of it on the map. */

import { Correct } from "./correct.js";
import { Lent } from "./lent.js";
import { t } from "./messages.js";
import { notify } from "./notice.js";
import { Popup } from "./popup.js";
import { keyOf } from "./shapes.js";
import { filterChanged } from "./sieve.js";

/** The one place that is looked at, and the card that tells of it. */
export class Selection {
  /**
   * @param {HTMLElement} page
   * @param {Object} parts - those of the page that show what is selected: atlas, map, store, text,
   *   places and room; `visible` gives the features that are shown.
   * @param {{read: (mention: Object) => void, take: (feature: Object) => void}} told
   * @param {import("./corrections.js").Corrections | null} corrections - where they are taken.
   */
  constructor(page, { atlas, map, store, text, places, room, visible }, told, corrections) {
    Object.assign(this, { _page: page, _atlas: atlas, _map: map, _store: store });
    Object.assign(this, { _text: text, _places: places, _room: room, _visible: visible });
    this._lent = new Lent();
    this._opener = null;
    this._article = null;
    const correct =
      corrections &&
      new Correct(page.dataset.gazetteer, {
        say: (said, from) => corrections.say(said, from),
        takeBack: (correction, mention) => corrections.takeBack(correction, mention),
        pick: () => map.pick(),
        preview: (spot) => map.preview(spot, room.covered),
      });
    const cardTold = {
      ...told,
      close: () => this._close(),
      turn: (mention) => store.drift({ mention: mention.start }),
      choose: (placeId) => this.choose(placeId, null, null),
      other: (feature) => this.select(feature, feature.mentions[0].start, null),
    };
    this._popup = new Popup(page.querySelector(".popup"), cardTold, correct);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this._popup.shown) this._close();
    });
  }

  /**
   * @param {import("./state.js").State} state
   * @param {import("./state.js").State} before
   */
  show(state, before) {
    this._lent.watch(state);
    const feature = this._atlas.find(state.place, state.mention, this._visible());
    const number = feature?.mentions.findIndex(({ start }) => start === state.mention) ?? 0;
    const start = feature?.mentions[Math.max(0, number)]?.start ?? null;
    this._text.select(state.place, start);
    this._places.select(state.place, feature?.layer ?? null);
    const moved = state.place !== before.place || state.mention !== before.mention;
    if (!moved && !filterChanged(state, before)) return;
    this._map.select(feature ?? null);
    this._map.preview(null);
    if (feature) return this._showCard(feature, Math.max(0, number));
    this._popup.hide();
    this._room.giveBack();
  }

  _showCard(feature, number) {
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
      () => notify(t("The server does not answer: reasons and runner-up are missing. All else on this page still works.")),
    );
  }

  /** Show the card again with its reasons; the keyboard stays where it is in it. */
  _refresh(place, mention) {
    const focused = this._popup.hasFocus;
    const feature = this._atlas.find(place, mention, this._visible());
    const number = feature.mentions.findIndex(({ start }) => start === mention);
    this._showCard(feature, Math.max(0, number));
    if (focused) this._popup.focus();
    // The card has grown; a view that an address holds stays as it is.
    this._room.make();
    if (this._aim === place) this.lookAt(feature);
  }

  /** Bring into view what was chosen just now. */
  lookAt(feature) {
    this._room.make();
    this._aim = feature.place_id;
    this._map.reveal(feature, this._room.covered, this._room.least);
  }

  /** The card leaves the text free. */
  peek() {
    if (this._popup.shown) this._popup.peek(true);
  }

  /** Select a feature at a mention, and remember where the keyboard came from. */
  select(feature, start, opener) {
    if (opener) this._opener = opener;
    this._store.set({ ...this.lend(feature), place: feature.place_id, mention: start ?? null });
    if (!this._page.contains(this._opener)) this._opener = null;
    this.enterCard(feature);
  }

  /** Select a place at one of its mentions, or at its first. */
  choose(placeId, start, opener) {
    const feature = this._atlas.find(placeId, start, this._visible());
    if (feature) this.select(feature, start ?? feature.mentions[0]?.start, opener);
  }

  /**
   * Ask for the place of a name that the machine missed.
   *
   * @param {{phrase: string, start: number | null, same: number}} name
   * @param {Element} opener
   */
  ask(name, opener) {
    this._store.set(this.nothing());
    this._opener = opener;
    this._popup.ask(name);
  }

  /** Put the keyboard into the card that is shown, and its place into view. */
  enterCard(feature) {
    this._popup.focus();
    this.lookAt(feature);
  }

  /** Select a place as one layer shows it. */
  enter(placeId, layer, opener) {
    const feature = this._visible().find(
      (other) => other.place_id === placeId && other.layer === layer,
    );
    if (feature) this.select(feature, feature.mentions[0]?.start, opener);
  }

  /** What is selected must be seen, even if its layer was off: as long as it is selected. */
  lend(feature) {
    const { state } = this._store;
    if (this._visible().some((other) => keyOf(other) === keyOf(feature))) return {};
    const sense = feature.layer === "governments" ? "both" : state.sense === "actor" ? "both" : state.sense;
    const layers =
      state.layers === null || state.layers.includes(feature.layer)
        ? state.layers
        : [...state.layers, feature.layer];
    return this._lent.take(state, { sense, layers });
  }

  /** @returns {Partial<import("./state.js").State>} the change that selects nothing any more. */
  nothing() {
    return { ...this._lent.back(), place: null, mention: null };
  }

  _close() {
    const focused = this._popup.hasFocus;
    const opener = this._opener?.isConnected ? this._opener : null;
    this._opener = null;
    this._store.set(this.nothing());
    this._popup.hide(); // what was asked about is not selected
    this._room.giveBack();
    if (focused) (opener ?? this._page.querySelector(".views__choice")).focus({ preventScroll: true });
  }
}
