/** The share panel: a link and a frame that hold exactly this view, written as it changes. */

import { t } from "./messages.js";

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Two fields to copy from, and what the frame is to show. */
export class Share {
  /** @param {HTMLElement} root - the element with class `share`. */
  constructor(root) {
    root.hidden = false;
    this._link = root.querySelector(".share__link");
    this._frame = root.querySelector(".share__frame");
    this._alone = root.querySelector(".share__alone");
    this._height = root.querySelector(".share__height");
    for (const option of [this._alone, this._height]) {
      option.addEventListener("input", () => this.show());
    }
    for (const button of root.querySelectorAll(".share__copy")) {
      button.addEventListener("click", () => copy(button));
    }
    const warning = root.querySelector(".share__warning");
    warning.textContent = warningOf(location.hostname);
    warning.hidden = !warning.textContent;
  }

  /** Take the view from the address bar. */
  show() {
    this._link.value = location.href;
    const options = { alone: this._alone.checked, height: Number(this._height.value) || 600 };
    this._frame.value = frameOf(location.href, document.title, options);
  }
}

/**
 * What a link cannot do, in a sentence.
 *
 * @param {string} host - that the page was served from.
 * @returns {string} empty if there is nothing to warn of.
 */
export function warningOf(host) {
  return LOCAL.test(host)
    ? t("This address is that of your own computer: nobody else can open it. Send the one-file page instead.")
    : "";
}

/**
 * The markup that puts a view into another page.
 *
 * @param {string} href - address of the view.
 * @param {string} title - of the frame, for those who cannot see it.
 * @param {{alone?: boolean, height?: number}} [options] - `alone`: the map without the text.
 * @returns {string}
 */
export function frameOf(href, title, { alone = false, height = 600 } = {}) {
  const { origin, pathname, search } = new URL(href);
  const kept = search.slice(1).split("&").filter((pair) => pair && !/^(embed|view)=/.test(pair));
  const view = new URLSearchParams(search).get("view");
  const shown = alone ? "map" : view === "map" ? null : view;
  const query = [...kept, ...(shown ? [`view=${shown}`] : []), "embed=1"].join("&");
  const source = attribute(`${origin}${pathname}?${query}`);
  return `<iframe src="${source}" width="100%" height="${height}" title="${attribute(title)}"></iframe>`;
}

function attribute(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

async function copy(button) {
  const field = button.parentElement.querySelector("input, textarea");
  field.select();
  await navigator.clipboard.writeText(field.value);
  button.textContent = t("Copied");
  button.addEventListener("blur", () => (button.textContent = t("Copy")), { once: true });
}
