/** The share panel: a link and a frame that hold exactly this view, written as it changes. */

/** Two fields to copy from. */
export class Share {
  /** @param {HTMLElement} root - the element with class `share`. */
  constructor(root) {
    root.hidden = false;
    this._link = root.querySelector(".share__link");
    this._frame = root.querySelector(".share__frame");
    for (const button of root.querySelectorAll(".share__copy")) {
      button.addEventListener("click", () => copy(button));
    }
    root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !root.open) return;
      event.stopPropagation();
      root.open = false;
      root.querySelector("summary").focus();
    });
  }

  /** Take the view from the address bar. */
  show() {
    this._link.value = location.href;
    const address = new URL(location.href);
    const query = [address.search.slice(1), "embed=1"].filter(Boolean).join("&amp;");
    const source = `${address.origin}${address.pathname}?${query.replace(/&(?!amp;)/g, "&amp;")}`;
    this._frame.value = `<iframe src="${source}" width="100%" height="600" title="Map"></iframe>`;
  }
}

async function copy(button) {
  const field = button.parentElement.querySelector("input, textarea");
  field.select();
  await navigator.clipboard.writeText(field.value);
  button.textContent = "Copied";
  button.addEventListener("blur", () => (button.textContent = "Copy"), { once: true });
}
