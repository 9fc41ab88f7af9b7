/** The article's places, as the server gives them: layers first, details when asked for. */

import { readArticle, readJson } from "./source.js";

/**
 * The layers of an article.
 *
 * @param {{id: string, url: string}[]} layers
 * @param {string} articleUrl
 * @returns {Promise<Atlas>}
 */
export async function loadAtlas(layers, articleUrl) {
  return new Atlas(await loadFeatures(layers), articleUrl);
}

async function loadFeatures(layers) {
  const collections = await Promise.all(layers.map(({ url }) => readJson(url)));
  return collections.flatMap((collection, index) =>
    collection.features.map((feature) => flat(feature, layers[index].id)),
  );
}

/** A GeoJSON feature with its properties beside its geometry. */
function flat({ geometry, bbox, properties }, layer) {
  return { ...properties, layer, bbox, geometry, raw: properties };
}

/** What is known of an article. */
export class Atlas {
  /**
   * @param {import("./filters.js").Feature[]} features
   * @param {string} articleUrl
   */
  constructor(features, articleUrl) {
    this.features = features;
    this._url = articleUrl;
    this._article = null;
  }

  /**
   * Take in further layers: what is not seen at first comes last.
   *
   * @param {{id: string, url: string}[]} layers
   */
  async add(layers) {
    this.features = [...this.features, ...(await loadFeatures(layers))];
  }

  /**
   * Of every mention what it could be, and why.
   *
   * @returns {Promise<{mention: (start: number, end: number) => Object | undefined}>}
   */
  article() {
    this._article ??= readArticle(this._url).then(({ mentions }) => {
      const bySpan = new Map(mentions.map((mention) => [spanOf(mention), mention]));
      return { mention: (start, end) => bySpan.get(spanOf({ start, end })) };
    });
    return this._article;
  }

  /**
   * The feature that a view has selected.
   *
   * One place may stand in two layers: a country as a place, and as a government.
   *
   * @param {string | null} placeId
   * @param {number | null} start - of the mention it was selected by.
   * @param {import("./filters.js").Feature[]} visible - preferred, if it is no matter.
   * @returns {import("./filters.js").Feature | undefined}
   */
  find(placeId, start, visible) {
    if (placeId === null) return undefined;
    const isIt = (feature) => feature.place_id === placeId;
    const says = (feature) => feature.mentions.some((mention) => mention.start === start);
    const same = this.features.filter(isIt);
    return same.find(says) ?? visible.find(isIt) ?? same[0];
  }

  /**
   * The values that a view can be narrowed by.
   *
   * @param {(feature: Object) => string[]} values
   * @returns {string[]}
   */
  values(values) {
    return [...new Set(this.features.flatMap(values))];
  }
}

function spanOf({ start, end }) {
  return `${start}-${end}`;
}
