/** Files from a page that has no server: written by the page, from what it holds. */

/** Links to data of the page become downloads. */
export class Saving {
  /**
   * @param {HTMLElement} root - holds links to "#data-…" and to "#shown".
   * @param {() => Object[]} visible - the features that are shown now.
   */
  constructor(root, visible) {
    this._visible = visible;
    root.addEventListener("click", (event) => {
      const link = event.target.closest('a[download][href^="#"]');
      if (!link) return;
      event.preventDefault();
      const [id] = link.getAttribute("href").slice(1).split("?");
      save(id === "shown" ? collection(visible()) : document.getElementById(id).textContent, id);
    });
  }
}

/**
 * Features as GeoJSON text.
 *
 * @param {Object[]} features
 * @returns {string}
 */
export function collection(features) {
  return JSON.stringify({
    type: "FeatureCollection",
    features: features.map(({ layer, place_id: placeId, bbox, geometry, raw, mentions }) => ({
      type: "Feature",
      id: `${layer}/${placeId}`,
      ...(bbox && { bbox }),
      geometry,
      properties: counted(raw, mentions),
    })),
  });
}

/** Counts are taken anew, of the mentions that filters left. */
function counted(raw, mentions) {
  const of = (sense) => mentions.filter((mention) => mention.sense === sense).length;
  const confidence = Math.max(...mentions.map((mention) => mention.confidence));
  return { ...raw, mentions, confidence, sense_counts: { place: of("place"), actor: of("actor") } };
}

function save(text, id) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/geo+json" }));
  link.download = `${id.replace(/^data-/, "")}.geojson`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
