/** Work done in turns with the browser, so that the page never stutters. */

/** A page that stands still for longer stutters: half a frame. */
const LONG_MS = 8;

/** Lets the browser do what waits. */
export function pause() {
  return new Promise((done) => setTimeout(done));
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
