/** The map as a picture: basemap, shapes, names, legend and credits on one canvas. */

import { t } from "./messages.js";
import { notify } from "./notice.js";
import { preparePaper } from "./paper.js";

const SCALE = 2;
const PAD = 14;
const ROW = 22;
/** Characters of a file's name. */
const LONGEST_NAME = 60;
const STYLES = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray",
  "stroke-linecap", "stroke-linejoin", "opacity",
];

/** Two buttons: save a picture, and print. */
export class Picture {
  /**
   * @param {HTMLElement} root - the element with class `picture`.
   * @param {HTMLElement} page - the element with class `explorer`.
   */
  constructor(root, page) {
    root.hidden = false;
    preparePaper(page);
    root.querySelector(".picture__save").addEventListener("click", () => save(page));
    root.querySelector(".picture__print").addEventListener("click", () => window.print());
  }
}

async function save(page) {
  try {
    const canvas = await drawn(page);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${fileName(page.querySelector(".text__title").textContent)}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  } catch (error) {
    notify(t("The picture could not be made: {error}.", { error: error.message }));
  }
}

/**
 * A title as the name of a file.
 *
 * @param {string} title - in any script.
 * @returns {string} without what a system might not bear.
 */
export function fileName(title) {
  const words = title.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let name = "";
  for (const word of words) {
    if (name && name.length + word.length > LONGEST_NAME) break;
    name += `${name && "-"}${word.slice(0, LONGEST_NAME)}`;
  }
  return name || "map";
}

/**
 * What the map shows now.
 *
 * @param {HTMLElement} page - the element with class `explorer`.
 * @returns {Promise<HTMLCanvasElement>}
 */
export async function drawn(page) {
  const map = page.querySelector(".leaflet-container");
  const frame = map.getBoundingClientRect();
  const credits = map.querySelector(".leaflet-control-attribution").textContent;
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  pen.font = fontOf(map, 11);
  const lines = wrapped(pen, credits, frame.width - 2 * PAD);
  const foot = lines.length * 15 + PAD;
  canvas.width = frame.width * SCALE;
  canvas.height = (frame.height + foot) * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = getComputedStyle(map).backgroundColor;
  pen.fillRect(0, 0, frame.width, frame.height);
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, frame.width, frame.height);
  pen.clip();
  for (const layer of map.querySelectorAll(".leaflet-pane canvas, .leaflet-pane > svg")) {
    await drawLayer(pen, layer, frame);
  }
  for (const name of map.querySelectorAll(".name:not([hidden])")) drawName(pen, name, frame);
  pen.restore();
  drawScale(pen, map, frame);
  await drawLegend(pen, page, frame);
  drawFoot(pen, map, lines, frame, foot);
  return canvas;
}

async function drawLayer(pen, layer, frame) {
  const { left, top, width, height } = layer.getBoundingClientRect();
  if (!width || !height) return;
  const image = layer instanceof SVGElement ? await imageOf(layer, width, height) : layer;
  pen.drawImage(image, left - frame.left, top - frame.top, width, height);
}

/** An SVG as an image, with the styles that its style sheet gives it in the page. */
async function imageOf(svg, width, height) {
  const copy = svg.cloneNode(true);
  const originals = svg.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, index) => dress(element, originals[index]));
  for (const pattern of document.querySelectorAll("pattern[id]")) copy.prepend(pictured(pattern));
  copy.removeAttribute("style");
  copy.setAttribute("width", width * SCALE);
  copy.setAttribute("height", height * SCALE);
  return loaded(copy);
}

function pictured(pattern) {
  const copy = pattern.cloneNode(true);
  const parts = pattern.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, index) => dress(element, parts[index]));
  return copy;
}

function dress(element, original) {
  const style = getComputedStyle(original);
  for (const name of STYLES) element.setAttribute(name, local(style.getPropertyValue(name)));
  if (style.display === "none") element.setAttribute("display", "none");
  for (const name of ["class", "style", "filter"]) element.removeAttribute(name);
}

/** Patterns are named as in the page, but found in the image. */
function local(value) {
  return value.replace(/url\("?[^#)]*(#[^")]+)"?\)/, "url($1)");
}

async function loaded(svg) {
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  return image;
}

function drawName(pen, name, frame) {
  const { left, top, height } = name.getBoundingClientRect();
  const style = getComputedStyle(name);
  pen.globalAlpha = Number(style.opacity);
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 3;
  pen.strokeStyle = style.getPropertyValue("--land") && colour(name, "--land");
  pen.fillStyle = style.color;
  const at = [left - frame.left, top - frame.top + height / 2];
  pen.strokeText(name.textContent, ...at);
  pen.fillText(name.textContent, ...at);
  pen.globalAlpha = 1;
}

/** A token as the colour it has now: by day or by night. */
function colour(element, token) {
  const probe = document.createElement("span");
  probe.style.color = `var(${token})`;
  probe.hidden = true;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function drawScale(pen, map, frame) {
  const [line] = map.querySelectorAll(".leaflet-control-scale-line");
  if (!line) return;
  const [x, y, width] = [PAD, frame.height - PAD, line.getBoundingClientRect().width];
  pen.strokeStyle = pen.fillStyle = colour(map, "--ink");
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(x, y - 6);
  pen.lineTo(x, y);
  pen.lineTo(x + width, y);
  pen.lineTo(x + width, y - 6);
  pen.stroke();
  pen.font = fontOf(map, 11);
  pen.textBaseline = "bottom";
  pen.fillText(line.textContent, x + 4, y - 3);
}

/** The signs of the layers that are on, as the panel has them; of those that are on the map. */
async function drawLegend(pen, page, frame) {
  const rows = [...page.querySelectorAll(".panel__row:not([data-off]):has(.panel__zoom)")].map((row) => ({
    sign: row.querySelector(".symbol"),
    words: row.querySelector(".panel__name").textContent,
  }));
  if (!rows.length) return;
  pen.font = fontOf(page, 13);
  const width = Math.max(...rows.map(({ words }) => pen.measureText(words).width)) + 30 + 2 * PAD;
  const [left, top] = [frame.width - width - PAD, PAD];
  pen.fillStyle = colour(page, "--raised");
  pen.strokeStyle = colour(page, "--rule");
  pen.lineWidth = 1;
  pen.beginPath();
  pen.roundRect(left, top, width, rows.length * ROW + PAD, 6);
  pen.fill();
  pen.stroke();
  const ink = colour(page, "--ink");
  for (const [index, { sign, words }] of rows.entries()) {
    const y = top + PAD / 2 + index * ROW;
    pen.drawImage(await signImage(sign), left + PAD, y + 4, 14, 14);
    pen.fillStyle = ink;
    pen.textBaseline = "middle";
    pen.fillText(words, left + PAD + 24, y + ROW / 2);
  }
}

/** A sign with the drawing that it refers to inside. */
function signImage(sign) {
  const { color, fill, stroke, strokeWidth } = getComputedStyle(sign);
  const symbol = document.querySelector(sign.querySelector("use").getAttribute("href"));
  const svg = sign.cloneNode(false);
  const style = { viewBox: symbol.getAttribute("viewBox"), color, fill, stroke, "stroke-width": strokeWidth };
  svg.removeAttribute("class");
  for (const [name, value] of Object.entries(style)) svg.setAttribute(name, value);
  svg.setAttribute("width", 14 * SCALE);
  svg.setAttribute("height", 14 * SCALE);
  svg.append(...symbol.cloneNode(true).childNodes);
  return loaded(svg);
}

function drawFoot(pen, map, lines, frame, foot) {
  pen.fillStyle = colour(map, "--raised");
  pen.fillRect(0, frame.height, frame.width, foot);
  pen.fillStyle = colour(map, "--ink");
  pen.font = fontOf(map, 11);
  pen.textBaseline = "top";
  lines.forEach((line, index) => pen.fillText(line, PAD, frame.height + PAD / 2 + index * 15));
}

function fontOf(element, size) {
  return `${size}px ${getComputedStyle(element).fontFamily}`;
}

/**
 * Words in lines of some width.
 *
 * @param {{measureText: (text: string) => {width: number}}} pen
 * @param {string} text
 * @param {number} width - in pixels.
 * @returns {string[]}
 */
export function wrapped(pen, text, width) {
  const lines = [""];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (lines.at(-1) && pen.measureText(longer).width > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
