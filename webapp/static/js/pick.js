/** One point of the map, chosen by a click, or under a cross by the keyboard. */

import { el } from "./elements.js";
import { msg, t } from "./messages.js";

const WORDS = msg(
  "Click where it lies. By keyboard: move the map under the cross with the arrow keys and press Enter. Escape leaves it.",
);

/**
 * Let a person point to a place.
 *
 * @param {Object} map - Leaflet's.
 * @returns {Promise<[number, number] | null>} longitude and latitude; null if they leave it.
 */
export function pick(map) {
  const container = map.getContainer();
  const cross = el("div", { class: "pick" }, el("p", { class: "pick__words", role: "status" }, t(WORDS)));
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
