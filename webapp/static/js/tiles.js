/** Where basemap tiles come from: a file that is asked twice, or the page itself. */

const SECOND_TRY_MS = 1000;

/** Asks again a little later; a page that is left in between does not complain of what it cut off. */
export class PatientSource {
  /**
   * @param {{get: (tile: Object, size: number) => Promise<Map>}} source
   * @param {number} [wait] - before the second try, in milliseconds.
   */
  constructor(source, wait = SECOND_TRY_MS) {
    this._source = source;
    this._wait = wait;
  }

  async get(tile, size) {
    try {
      return await this._source.get(tile, size);
    } catch (error) {
      if (error.name === "AbortError") throw error; // the map has moved on
      await new Promise((resolve) => setTimeout(resolve, this._wait));
      return this._source.get(tile, size);
    }
  }
}

/** Tiles held in memory; what is missing is drawn from the next larger one. */
export class MemoryTiles {
  /**
   * @param {Promise<Object<string, string>>} tiles - "zoom/column/row" to the tile, gzip in base64.
   */
  constructor(tiles) {
    this._tiles = tiles;
  }

  /** As the `PMTiles` of protomaps-leaflet has it. */
  async getZxy(z, x, y) {
    const tile = (await this._tiles)[`${z}/${x}/${y}`];
    return tile && { data: await unpacked(tile) };
  }

  /** @returns {Promise<{z: number, x: number, y: number} | null>} the smallest that covers one. */
  async cover({ z, x, y }) {
    const tiles = await this._tiles;
    for (let up = 0; up <= z; up += 1) {
      const tile = { z: z - up, x: x >> up, y: y >> up };
      if (`${tile.z}/${tile.x}/${tile.y}` in tiles) return tile;
    }
    return null;
  }
}

/** Gives parsed tiles; one that is missing is cut out of the one that covers it. */
export class CoveringSource {
  /**
   * @param {MemoryTiles} tiles
   * @param {{get: (tile: Object, size: number) => Promise<Map>}} parser - over the same tiles.
   */
  constructor(tiles, parser) {
    this._tiles = tiles;
    this._parser = parser;
  }

  async get(tile, size) {
    const cover = await this._tiles.cover(tile);
    if (!cover) return new Map();
    const layers = await this._parser.get(cover, size);
    return cover.z === tile.z ? layers : enlarged(layers, cover, tile, size);
  }
}

/**
 * What a tile shows of a larger one.
 *
 * @param {Map<string, Object[]>} layers
 * @param {{z: number, x: number, y: number}} cover
 * @param {{z: number, x: number, y: number}} tile
 * @param {number} size - of either, in pixels.
 * @returns {Map<string, Object[]>}
 */
export function enlarged(layers, cover, tile, size) {
  const scale = 2 ** (tile.z - cover.z);
  const [left, top] = [(tile.x - cover.x * scale) * size, (tile.y - cover.y * scale) * size];
  const seen = ({ bbox }) =>
    bbox.maxX >= -size / 8 && bbox.minX <= size * 1.125 && bbox.maxY >= -size / 8 && bbox.minY <= size * 1.125;
  const moved = (feature) => ({
    ...feature,
    geom: feature.geom.map((ring) => ring.map(({ x, y }) => pointLike(ring, x * scale - left, y * scale - top))),
    bbox: {
      minX: feature.bbox.minX * scale - left,
      minY: feature.bbox.minY * scale - top,
      maxX: feature.bbox.maxX * scale - left,
      maxY: feature.bbox.maxY * scale - top,
    },
  });
  return new Map([...layers].map(([name, features]) => [name, features.map(moved).filter(seen)]));
}

/** A point of the very class that the library's own points have. */
function pointLike([sample], x, y) {
  return Object.assign(Object.create(Object.getPrototypeOf(sample)), { x, y });
}

async function unpacked(tile) {
  const bytes = Uint8Array.from(atob(tile), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
