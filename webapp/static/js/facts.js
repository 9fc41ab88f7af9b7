/** The foot of the evidence card: where a place lies, who says so, and how to take it away. */

import { el } from "./elements.js";
import { figures, msg, t, woven } from "./messages.js";
import { isArea } from "./shapes.js";
import { isOneFile } from "./source.js";
import { isVague } from "./vague.js";
import { position } from "./words.js";

/** What no gazetteer holds, by what stands before the colon of its id. */
const MADE = {
  described: msg("worked out from the text"),
  text: msg("the text alone"),
  person: msg("put on the map by a person"),
};

/**
 * @param {Object} feature
 * @param {(feature: Object) => void} take - download it.
 * @returns {HTMLElement}
 */
export function facts(feature, take) {
  const where = pointOf(feature);
  return el(
    "dl",
    { class: "popup__facts" },
    ...(where ? fact(t("Position"), position(...where), copyButton(`${where[1]}, ${where[0]}`)) : []),
    ...(feature.precision_km >= 1 ? precision(feature) : []),
    ...fact(t("Source"), ...source(feature)),
    ...fact(t("Take away"), downloadLink(feature, take), rawData(feature)),
  );
}

function precision(feature) {
  const far = `${figures(Math.round(feature.precision_km))} km`;
  if (isVague(feature)) {
    return fact(t("Extent"), t("Only a point of it is known; it may reach {far} from there.", { far }));
  }
  if (pointOf(feature) || feature.point) return fact(t("Precise to"), far);
  return isArea(feature) ? fact(t("Outline"), outlineWords(feature, far)) : [];
}

/** Where a server gives finer outlines, the map asks for them (`finer.js`). */
function outlineWords({ layer }, far) {
  if (isOneFile() || layer === "described") return t("Simplified: it may stray by {far}.", { far });
  return t("Simplified but for a close map: it may stray by {far}.", { far });
}

function fact(name, ...values) {
  return [el("dt", {}, name), el("dd", {}, ...values)];
}

/** Areas and lines have no one position that would be honest. */
function pointOf({ geometry }) {
  return geometry?.type === "Point" ? geometry.coordinates : null;
}

function copyButton(text) {
  const button = el("button", { class: "popup__copy", type: "button" }, t("Copy"));
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = t("Copied");
  });
  return button;
}

function source({ source: name, source_id: id, place_id: placeId, records }) {
  const [key] = placeId.split(":");
  if (MADE[key]) return [t(MADE[key])];
  if (!records?.length) return [[name, id].filter(Boolean).join(" ")];
  const [own, ...same] = records;
  return [el("span", {}, ...record(own)), ...same.map((other) => el("span", {}, ...woven("The same place: {record}", { record: record(other) })))];
}

/** The page of the very record, or else the data set, and that there is no such page. */
function record({ title, number, page, home }) {
  const words = [title, number].filter(Boolean).join(" ");
  if (page) return [outward(page, words), ` (${new URL(page).host.replace(/^www\./, "")})`];
  if (home) return woven("{record}, which has no page of its own", { record: outward(home, words) });
  return [words];
}

function outward(address, words) {
  return el("a", { href: address, rel: "noopener noreferrer external", target: "_blank" }, words);
}

/** All that is known of a place but its shape. */
function rawData({ geometry, mentions, ...rest }) {
  const text = JSON.stringify({ ...rest, mentions: mentions.length }, null, 2);
  const words = el("pre", { class: "popup__data", tabindex: "0", "aria-label": t("Raw data") }, text);
  return el("details", { class: "popup__raw" }, el("summary", {}, t("Raw data")), words);
}

/** The file has the place as it is known, which may be finer than it is drawn. */
function downloadLink(feature, take) {
  const link = el("a", { href: "#", class: "popup__download" }, t("This place as GeoJSON"));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    take(feature);
  });
  return link;
}
