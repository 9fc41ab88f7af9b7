/** On paper the map is what it is on the screen, only smaller or larger. */

/**
 * Tell the style sheet for print how large the map is, and whether it is drawn for the night.
 *
 * @param {HTMLElement} page - the element with class `explorer`.
 */
export function preparePaper(page) {
  const night = window.matchMedia("(prefers-color-scheme: dark)");
  window.addEventListener("beforeprint", () => {
    const { offsetWidth: width, offsetHeight: height } = page.querySelector(".map");
    page.style.setProperty("--map-wide", String(width));
    page.style.setProperty("--map-high", String(height));
    const chosen = document.documentElement.dataset.theme;
    page.toggleAttribute("data-night", chosen ? chosen === "dark" : night.matches);
  });
}
