/** Work done in turns with the browser, so that the page never stutters. */

/** A page that stands still for longer stutters: half a frame. */
const LONG_MS = 8;

/** Lets the browser do what waits; a timer, where there is nothing better, waits 4 ms besides. */
export function pause() {
  return globalThis.scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));
}

/**
 * Do pieces of work one after the other, and pause whenever they have taken long.
 *
 * @param {(() => void)[]} pieces
 */
export async function inTurns(pieces) {
  let since = performance.now();
  for (const piece of pieces) {
    piece();
    if (performance.now() - since < LONG_MS) continue;
    await pause();
    since = performance.now();
  }
}
