/** The sign of a point as pixels, to be printed a hundred thousand times. */

import { CORE, CORNERS, RINGS } from "./shapes.js";

const EDGE = 1.25;
const MARGIN = 2;

/**
 * @typedef {Object} Stamp
 * @property {Int16Array} right - of each pixel, from the middle.
 * @property {Int16Array} down
 * @property {Uint32Array} colour - as `ImageData` holds it.
 * @property {number} reach - how far its pixels lie from the middle at most.
 */

/**
 * @param {{symbol: string, radius: number, fill: string, edge: string, strength: number}} style
 * @param {number} ratio - device pixels to a pixel.
 * @returns {Stamp}
 */
export function stampOf(style, ratio) {
  const reach = Math.ceil((style.radius * 1.25 + MARGIN) * ratio);
  const side = 2 * reach + 1;
  const pen = new OffscreenCanvas(side, side).getContext("2d");
  pen.translate(side / 2, side / 2);
  pen.scale(ratio, ratio);
  draw(pen, style);
  const drawn = new Uint32Array(pen.getImageData(0, 0, side, side).data.buffer);
  return pixels(drawn, side, reach, style.strength);
}

function draw(pen, style) {
  const { symbol, radius, fill, edge } = style;
  if (symbol === "about") {
    draw(pen, { ...style, symbol: "set" });
    pen.setLineDash([]);
    draw(pen, { ...style, symbol: "dot", radius: radius * CORE });
    return;
  }
  outline(pen, CORNERS[symbol], radius);
  const ring = RINGS.has(symbol);
  pen.fillStyle = fill;
  if (!ring) pen.fill();
  pen.lineWidth = EDGE;
  pen.strokeStyle = ring ? fill : edge;
  if (ring && symbol !== "government") pen.setLineDash([4, 2.5]);
  pen.stroke();
}

function outline(pen, corners, radius) {
  pen.beginPath();
  if (corners) for (const [x, y] of corners) pen.lineTo(x * radius, y * radius);
  else pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.closePath();
}

/** Those that are not empty; fill and edge fade as one. */
function pixels(all, side, reach, strength) {
  const seen = [...all.keys()].filter((number) => all[number] >>> 24);
  return {
    right: Int16Array.from(seen, (number) => (number % side) - reach),
    down: Int16Array.from(seen, (number) => Math.floor(number / side) - reach),
    colour: Uint32Array.from(seen, (number) => faded(all[number], strength)),
    reach,
  };
}

function faded(colour, strength) {
  return ((Math.round((colour >>> 24) * strength) << 24) | (colour & 0xffffff)) >>> 0;
}

/**
 * Print a stamp over what is there.
 *
 * @param {Uint32Array} paper - the pixels of an `ImageData`.
 * @param {number} width - of the paper.
 * @param {number} height
 * @param {number} x - of the stamp's middle, in whole pixels.
 * @param {number} y
 * @param {Stamp} stamp
 */
export function print(paper, width, height, x, y, { right, down, colour, reach }) {
  const inside = x >= reach && y >= reach && x + reach < width && y + reach < height;
  for (let number = 0; number < colour.length; number += 1) {
    const [column, row] = [x + right[number], y + down[number]];
    if (!inside && (column < 0 || row < 0 || column >= width || row >= height)) continue;
    const at = row * width + column;
    const above = colour[number];
    const below = paper[at];
    paper[at] = above >>> 24 === 255 || below >>> 24 === 0 ? above : over(above, below);
  }
}

/**
 * One colour over another, each with its opacity in the highest byte (Porter and Duff, 1984).
 *
 * @param {number} above
 * @param {number} below
 * @returns {number}
 */
export function over(above, below) {
  const strong = above >>> 24;
  const rest = ((below >>> 24) * (255 - strong)) / 255;
  const whole = strong + rest;
  const mixed = (shift) =>
    Math.round((((above >>> shift) & 255) * strong + ((below >>> shift) & 255) * rest) / whole);
  return ((Math.round(whole) << 24) | (mixed(16) << 16) | (mixed(8) << 8) | mixed(0)) >>> 0;
}
