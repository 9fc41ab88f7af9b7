/** Files from a page that has no server: written by the page, from what it holds. */

import { readJson } from "./source.js";

/** Links to data of the page become downloads. */
export class Saving {
  /**
   * @param {HTMLElement} root - holds links to "#data-…" and to "#shown".
   * @param {() => Promise<Object[]>} shown - what is shown now, as GeoJSON features.
   */
  constructor(root, shown) {
    root.addEventListener("click", async (event) => {
      const link = event.target.closest('a[download][href^="#"]');
      if (!link) return;
      event.preventDefault();
      const [id] = link.getAttribute("href").slice(1).split("?");
      save(id === "shown" ? collection(await shown()) : JSON.stringify(await readJson(`#${id}`)), id);
    });
  }
}

/**
 * @param {Object[]} features - of GeoJSON.
 * @returns {string}
 */
export function collection(features) {
  return JSON.stringify({ type: "FeatureCollection", features });
}

/**
 * A feature with some of its mentions; counts are taken anew.
 *
 * @param {Object} feature - of GeoJSON.
 * @param {{start: number, end: number}[]} left - the mentions that filters left.
 * @returns {Object}
 */
export function narrowed(feature, left) {
  const kept = new Set(left.map(({ start, end }) => `${start}-${end}`));
  const mentions = feature.properties.mentions.filter(({ start, end }) => kept.has(`${start}-${end}`));
  const of = (sense) => mentions.filter((mention) => mention.sense === sense).length;
  const confidence = Math.max(...mentions.map((mention) => mention.confidence));
  const counts = { confidence, sense_counts: { place: of("place"), actor: of("actor") } };
  return { ...feature, properties: { ...feature.properties, mentions, ...counts } };
}

/**
 * @param {string} text
 * @param {string} id - what the file is called, but for its ending.
 */
export function save(text, id) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/geo+json" }));
  link.download = `${id.replace(/^data-/, "")}.geojson`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
