/** Shapes as the server packs them for the page (webapp/drawn.py), made GeoJSON again. */

/** Kilometres around the equator (WGS 84), and pixels of the world at zoom 0. */
const [AROUND, WORLD] = [40075.017, 256];

/** @returns {number} how many kilometres a pixel stands for. */
export function kmPerPixel({ lat, zoom }) {
  return (AROUND * Math.cos((lat * Math.PI) / 180)) / (WORLD * 2 ** zoom);
}

/** How deep each type nests its lines or rings. */
const DEPTH = { MultiPoint: 0, LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 };

/**
 * @param {{at?: number[], shape?: {type: string, scale: number, parts: Array}, geometry?: Object}}
 *   place - with its `geometry` where it need not be packed.
 * @returns {Object | null} a GeoJSON geometry; null for what has no location.
 */
export function geometryOf({ at, shape, geometry = null }) {
  if (at) return { type: "Point", coordinates: at };
  return shape ? unpacked(shape.type, shape.parts, shape.scale) : geometry;
}

function unpacked(type, parts, scale) {
  if (type === "GeometryCollection") {
    return { type, geometries: parts.map((part) => unpacked(part.type, part.parts, scale)) };
  }
  if (type === "Point") return { type, coordinates: corners(parts, scale)[0] };
  return { type, coordinates: nested(parts, scale, DEPTH[type]) };
}

function nested(parts, scale, depth) {
  return depth ? parts.map((part) => nested(part, scale, depth - 1)) : corners(parts, scale);
}

/** Steps from corner to corner, as positions. */
function corners(steps, scale) {
  const positions = new Array(steps.length / 2);
  let [lon, lat] = [0, 0];
  for (let index = 0; index < positions.length; index += 1) {
    lon += steps[2 * index];
    lat += steps[2 * index + 1];
    positions[index] = [lon / scale, lat / scale];
  }
  return positions;
}
