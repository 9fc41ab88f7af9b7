/** One point of the map, chosen by a click, or under a cross by the keyboard. */

import { el } from "./elements.js";
import { msg, t } from "./messages.js";

const WORDS = msg(
  "Click where it lies. By keyboard: move the map under the cross with the arrow keys and press Enter. Escape leaves it.",
);
const WORDS_OF_A_FINGER = msg("Tap where it lies. Before that, one finger moves the map and two zoom it.");

/**
 * Let a person point to a place.
 *
 * @param {Object} map - Leaflet's.
 * @returns {Promise<[number, number] | null>} longitude and latitude; null if they leave it.
 */
export function pick(map) {
  const container = map.getContainer();
  const words = window.matchMedia("(pointer: coarse)").matches ? WORDS_OF_A_FINGER : WORDS;
  const leave = el("button", { class: "pick__leave", type: "button" }, t("Cancel"));
  const box = el("div", { class: "pick__words" }, el("p", { role: "status" }, t(words)), leave);
  const cross = el("div", { class: "pick" }, box);
  container.closest(".map").append(cross);
  container.focus({ preventScroll: true });
  return new Promise((resolve) => {
    const listening = new AbortController();
    const end = (latlng) => {
      listening.abort();
      cross.remove();
      const { lng, lat } = latlng?.wrap() ?? {};
      resolve(latlng ? [lng, lat] : null);
    };
    // Before the map hears of it: a click on a place points to where that lies, too.
    const options = { capture: true, signal: listening.signal };
    container.addEventListener("click", (event) => clicked(event, map, end), options);
    leave.addEventListener("click", () => end(null));
    document.addEventListener("keydown", (event) => pressed(event, map, end), options);
  });
}

function clicked(event, map, end) {
  if (event.target.closest(".leaflet-control") || map.dragging.moved()) return;
  event.stopPropagation();
  end(map.mouseEventToLatLng(event));
}

function pressed(event, map, end) {
  const chosen = event.key === "Enter" && map.getContainer().contains(event.target);
  if (!chosen && event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  end(chosen ? map.getCenter() : null);
}
