/** Elements made of nodes: no markup in strings, so no text can become markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with attributes and children.
 *
 * @param {string} tag
 * @param {Object<string, unknown>} [attributes] - `on…` functions become listeners;
 *   `true` is an empty attribute; `false`, null and undefined leave it out.
 * @param {...(Node | string | null | undefined | false)} children - strings become text nodes.
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.filter(isChild));
  return element;
}

function isChild(child) {
  return child !== null && child !== undefined && child !== false;
}

/**
 * A sign of the legend, as the panel, the list, the text and the map all show it.
 *
 * @param {string} name - of a `<symbol id="symbol-…">` in the page.
 * @param {string} layer - gives the colour.
 * @returns {SVGElement}
 */
export function sign(name, layer) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `symbol symbol--${layer}`);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#symbol-${name}`);
  svg.append(use);
  return svg;
}

/**
 * Replace what an element holds.
 *
 * @param {Element} element
 * @param {...(Node | string | null | undefined | false)} children
 */
export function fill(element, ...children) {
  element.replaceChildren(...children.filter(isChild));
}
