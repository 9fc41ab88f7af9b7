/** On paper the map is what it is on the screen, only smaller or larger. */

/** Between the margins of A4, in CSS pixels. */
const WIDTH = 658;

/**
 * Tell the style sheet for print how large the map is, before every print.
 *
 * @param {HTMLElement} page - the element with class `explorer`.
 */
export function preparePaper(page) {
  window.addEventListener("beforeprint", () => {
    const { offsetWidth: width, offsetHeight: height } = page.querySelector(".map");
    page.style.setProperty("--paper-width", `${width}px`);
    page.style.setProperty("--paper-height", `${height}px`);
    page.style.setProperty("--paper-scale", String(WIDTH / width));
  });
}
