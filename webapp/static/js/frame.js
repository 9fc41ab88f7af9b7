/** Does a shape touch a box? As the server's `bbox` filter has it. */

/**
 * @param {Object | null} geometry - GeoJSON, cut at the antimeridian.
 * @param {[number, number, number, number]} bbox - west, south, east, north; west > east crosses 180.
 * @returns {boolean} false for what has no location.
 */
export function meets(geometry, [west, south, east, north]) {
  if (!geometry) return false;
  const boxes =
    west <= east
      ? [[west, south, east, north]]
      : [[west, south, 180, north], [-180, south, east, north]];
  return boxes.some((box) => touches(geometry, box));
}

const FORMS = {
  Point: (point, box) => inBox(point, box),
  MultiPoint: (points, box) => points.some((point) => inBox(point, box)),
  LineString: (line, box) => lineMeets(line, box),
  MultiLineString: (lines, box) => lines.some((line) => lineMeets(line, box)),
  Polygon: (rings, box) => areaMeets(rings, box),
  MultiPolygon: (areas, box) => areas.some((rings) => areaMeets(rings, box)),
};

function touches({ type, coordinates, geometries }, box) {
  if (type === "GeometryCollection") return geometries.some((part) => touches(part, box));
  return FORMS[type](coordinates, box);
}

function inBox([lon, lat], [west, south, east, north]) {
  return west <= lon && lon <= east && south <= lat && lat <= north;
}

function lineMeets(line, box) {
  return line.some((point, index) =>
    index ? segmentMeets(line[index - 1], point, box) : inBox(point, box),
  );
}

/** An edge crosses the box, or the box lies wholly inside. */
function areaMeets(rings, box) {
  if (rings.some((ring) => lineMeets(ring, box))) return true;
  const corner = [box[0], box[1]];
  return rings.filter((ring) => holds(ring, corner)).length % 2 === 1;
}

/** Liang and Barsky's clipping (1984): is any of a segment left inside the box? */
function segmentMeets([x1, y1], [x2, y2], [west, south, east, north]) {
  let [from, to] = [0, 1];
  const cuts = [[x1 - x2, x1 - west], [x2 - x1, east - x1], [y1 - y2, y1 - south], [y2 - y1, north - y1]];
  for (const [way, room] of cuts) {
    if (way === 0) {
      if (room < 0) return false;
    } else if (way < 0) {
      from = Math.max(from, room / way);
    } else {
      to = Math.min(to, room / way);
    }
  }
  return from <= to;
}

/** Even-odd rule: how often a ray to the east crosses the ring. */
function holds(ring, [lon, lat]) {
  let inside = false;
  for (let index = 1; index < ring.length; index += 1) {
    const [[x1, y1], [x2, y2]] = [ring[index - 1], ring[index]];
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/**
 * What a map shows, as an address holds it.
 *
 * @param {[number, number, number, number]} bounds - may lie beyond 180 degrees.
 * @returns {[number, number, number, number]} to a hundredth of a degree, outward.
 */
export function frameOf([west, south, east, north]) {
  const low = (value) => Math.floor(value * 100) / 100;
  const high = (value) => Math.ceil(value * 100) / 100;
  const [bottom, top] = [Math.max(-90, low(south)), Math.min(90, high(north))];
  if (east - west >= 360) return [-180, bottom, 180, top];
  return [Math.max(-180, low(wrapped(west))), bottom, Math.min(180, high(wrapped(east))), top];
}

function wrapped(lon) {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}
