/** The article's places, as the server gives them: what is drawn first, details when asked for. */

import { geometryOf } from "./geometry.js";
import { keyOf } from "./shapes.js";
import { readArticle, readJson } from "./source.js";
import { honest } from "./vague.js";

/** One for all: most of a hundred thousand places have neither names nor members. */
const NOTHING = Object.freeze({});
const NONE = Object.freeze([]);

/**
 * The places of an article.
 *
 * @param {{drawn: string, article: string, files: Object<string, string>}} urls - of what is
 *   drawn, of the article, and by layer of its GeoJSON.
 * @returns {Promise<Atlas>}
 */
export async function loadAtlas(urls) {
  return new Atlas(featuresOf(await readJson(urls.drawn)).map(honest), urls);
}

/**
 * Every feature with its place and its mentions in it.
 *
 * @param {{mentions: Object[], said: Object[], places: Object<string, Object>,
 *   layers: Object<string, [string, number][]>}} drawn - as webapp/drawn.py has it.
 * @returns {import("./filters.js").Feature[]}
 */
export function featuresOf({ mentions, said, places, layers }) {
  const shapes = new Map(); // one for each place: layers share it
  const shapeOf = (id) => {
    if (!shapes.has(id)) shapes.set(id, geometryOf(places[id]));
    return shapes.get(id);
  };
  const words = said.map((each) => ({
    ...each,
    mentions: (each.mentions ?? NONE).map((number) => mentions[number]),
  }));
  return Object.entries(layers).flatMap(([layer, features]) =>
    features.map(([id, number]) => whole(layer, id, words[number], { places, shapeOf })),
  );
}

function whole(layer, id, said, { places, shapeOf }) {
  const place = places[id];
  return {
    layer,
    place_id: id,
    name: place.name ?? "",
    names: place.names ?? NOTHING,
    kind: place.kind,
    country: place.country ?? null,
    region: place.region ?? null,
    precision_km: place.precision_km ?? null,
    source: place.source,
    source_id: place.source_id,
    records: place.records ?? NONE,
    note: place.note ?? "",
    members: place.members?.map((member) => ({ id: member, name: places[member].name })) ?? NONE,
    bbox: place.bbox,
    geometry: shapeOf(id),
    confidence: said.confidence ?? 0,
    described: said.described ?? false,
    decided_by: said.decided_by ?? "machine",
    how: said.how ?? "",
    mentions: said.mentions,
  };
}

/** What is known of an article. */
export class Atlas {
  /**
   * @param {import("./filters.js").Feature[]} features
   * @param {{article: string, files: Object<string, string>}} urls
   */
  constructor(features, urls) {
    this.features = features;
    this._urls = urls;
    this._article = null;
    this._files = new Map();
  }

  /**
   * A feature as its layer's file has it: exact, where what is drawn is not.
   *
   * @param {import("./filters.js").Feature} feature
   * @returns {Promise<Object>} a GeoJSON feature.
   */
  async exact(feature) {
    const { layer } = feature;
    if (!this._files.has(layer)) this._files.set(layer, readJson(this._urls.files[layer]));
    const { features } = await this._files.get(layer);
    return features.find(({ id }) => id === keyOf(feature));
  }

  /**
   * Of every mention what it could be, and why.
   *
   * @returns {Promise<{mention: (start: number, end: number) => Object | undefined,
   *   same: (phrase: string) => number}>} `same` tells how often the text says a name.
   */
  article() {
    this._article ??= readArticle(this._urls.article).then(({ mentions }) => {
      const bySpan = new Map(mentions.map((mention) => [spanOf(mention), mention]));
      const said = (name) => mentions.filter(({ phrase }) => phrase.toLowerCase() === name);
      return {
        mention: (start, end) => bySpan.get(spanOf({ start, end })),
        same: (phrase) => said(phrase.toLowerCase()).length,
      };
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
   * @param {number} start - of a mention.
   * @returns {import("./filters.js").Feature | undefined} what it means.
   */
  at(start) {
    return this.features.find(({ mentions }) => mentions.some((mention) => mention.start === start));
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
