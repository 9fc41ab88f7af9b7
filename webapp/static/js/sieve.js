/** What a view leaves of an article's places, counted by layer. */

import { FACETS, filtersInUse, sift } from "./filters.js";
import { DEFAULT } from "./state.js";

const FILTERS = ["layers", "sense", "q", "datetime", "bbox", ...FACETS];

export class Sieve {
  /** @param {Object[]} features all there are, those of one layer together */
  constructor(features) {
    this._features = features;
    this._total = byLayer(features);
  }

  /**
   * Sift for a view.
   *
   * `visible` are the features shown, `everywhere` those that pass the filters in any
   * layer, `hidden` how many more pass in layers or in a sense that are off. `anytime` are
   * those that would be shown of any time, `undated` how many of them carry no date, and are
   * not shown for that.
   *
   * @param {Object} state
   */
  sift(state) {
    const { visible, everywhere, facets } = sift(this._features, state);
    const left = byLayer([...everywhere, ...this._setAside(state)]);
    const filters = filtersInUse(state);
    const anytime = state.datetime ? sift(this._features, { ...state, datetime: null }).visible : visible;
    return {
      visible,
      anytime,
      undated: state.datetime ? anytime.filter(isUndated).length : 0,
      everywhere,
      facets,
      counts: { shown: left, total: this._total, filters },
      hidden: filters ? this._passing(state) - visible.length : 0,
    };
  }

  /** How many pass the filters in any layer and in either sense. */
  _passing(state) {
    return sift(this._features, { ...state, sense: "both" }).everywhere.length;
  }

  /** What the switch of senses leaves off: its layer says how many it would show. */
  _setAside(state) {
    if (state.sense !== "place") return [];
    const actors = this._features.filter(({ layer }) => layer === "governments");
    return sift(actors, { ...state, sense: "actor" }).everywhere;
  }
}

function isUndated({ mentions }) {
  return mentions.every(({ when }) => !when);
}

/** Whether two views leave different features. */
export function filterChanged(state, before) {
  return before === DEFAULT || FILTERS.some((name) => state[name] !== before[name]);
}

/** How many features there are of each layer; those of one come together. */
function byLayer(features) {
  const counts = new Map();
  let count = 0;
  features.forEach(({ layer }, index) => {
    count += 1;
    if (features[index + 1]?.layer === layer) return;
    counts.set(layer, (counts.get(layer) ?? 0) + count);
    count = 0;
  });
  return counts;
}
