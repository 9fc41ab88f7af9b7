/** Light, dark, or as the system has it. A cookie tells the server, so that nothing flashes. */

const NIGHT = window.matchMedia("(prefers-color-scheme: dark)");
const YEAR_S = 365 * 24 * 3600;

/** The switch of the page's theme. */
export class Theme {
  /**
   * @param {HTMLElement} root - the element with class `theme`.
   * @param {(theme: "light" | "dark") => void} changed
   */
  constructor(root, changed) {
    this._changed = changed;
    root.hidden = false;
    for (const input of root.querySelectorAll("input")) {
      input.addEventListener("change", () => this._choose(input.value));
    }
    NIGHT.addEventListener("change", () => changed(this.shown));
  }

  /** @returns {"light" | "dark"} what is seen now. */
  get shown() {
    const chosen = document.documentElement.dataset.theme;
    return chosen ?? (NIGHT.matches ? "dark" : "light");
  }

  _choose(theme) {
    const root = document.documentElement;
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    const age = theme === "auto" ? 0 : YEAR_S;
    document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax`;
    this._changed(this.shown);
  }
}
