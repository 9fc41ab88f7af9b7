/** What a view shows for the sake of a card alone, to be given back when that closes. */

/** Remembers what was before, until the reader decides anew. */
export class Lent {
  constructor() {
    this._loans = new Map();
  }

  /**
   * @template {Object} Change
   * @param {import("./state.js").State} state - before the change.
   * @param {Change} change
   * @returns {Change} the same.
   */
  take(state, change) {
    for (const [name, now] of Object.entries(change)) {
      if (state[name] === now) continue;
      const was = this._loans.has(name) ? this._loans.get(name).was : state[name];
      this._loans.set(name, { was, now });
    }
    return change;
  }

  /**
   * What the reader has changed since is no loan any more.
   *
   * @param {import("./state.js").State} state
   */
  watch(state) {
    for (const [name, { now }] of this._loans) if (state[name] !== now) this._loans.delete(name);
  }

  /** @returns {Partial<import("./state.js").State>} the change that gives all back. */
  back() {
    const change = Object.fromEntries([...this._loans].map(([name, { was }]) => [name, was]));
    this._loans.clear();
    return change;
  }
}
