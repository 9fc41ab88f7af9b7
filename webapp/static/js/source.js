/** Where data comes from: the server, or blocks of the page itself if it is one file. */

import { t } from "./messages.js";

/** @returns {boolean} is this page a file that holds everything? */
export function isOneFile() {
  return document.getElementById("data-article") !== null;
}

/**
 * @param {string} url - "#…" is the id of a block in the page.
 * @returns {Promise<Object>}
 */
export async function readJson(url) {
  if (url.startsWith("#")) return withShapes(block(url.slice(1)), () => block("data-shapes"));
  const response = await fetch(url, { headers: { accept: "application/geo+json, application/json" } });
  if (!response.ok) throw new Error(t("{address} answered {number}", { address: url, number: response.status }));
  return response.json();
}

function block(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

/**
 * What a one-file page holds, with the shapes that stand in it once (webapp/onefile/page.py).
 *
 * @param {{features?: Object[], places?: Object<string, Object>}} content - of GeoJSON, or as drawn.
 * @param {() => Object<string, Object>} read - gives geometries by the ids of their places.
 * @returns {Object} the same, which is changed.
 */
export function withShapes(content, read) {
  const { features = [], places = {} } = content;
  if (!features.length && !Object.keys(places).length) return content;
  const shapes = read();
  for (const feature of features) feature.geometry ??= shapes[feature.properties.place_id] ?? null;
  for (const [id, place] of Object.entries(places)) if (id in shapes) place.geometry = shapes[id];
  return content;
}

/**
 * The article's mentions with their reasons.
 *
 * @param {string} url - of the article.
 * @returns {Promise<{mentions: Object[]}>}
 */
export function readArticle(url) {
  return readJson(url.startsWith("#") ? url : `${url}?f=json`);
}
