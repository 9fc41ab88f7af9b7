/** On paper the map is what it is on the screen, only smaller or larger. */

/**
 * Tell the style sheet for print how large the map is, before every print.
 *
 * @param {HTMLElement} page - the element with class `explorer`.
 */
export function preparePaper(page) {
  window.addEventListener("beforeprint", () => {
    const { offsetWidth: width, offsetHeight: height } = page.querySelector(".map");
    page.style.setProperty("--map-wide", String(width));
    page.style.setProperty("--map-high", String(height));
  });
}
