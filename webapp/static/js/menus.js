/** Menus of the bar: one at a time, closed by Escape and by a click elsewhere. */

/** Every `<details class="menu">` of a page. */
export class Menus {
  /** @param {ParentNode} root - holds the menus. */
  constructor(root) {
    this._menus = [...root.querySelectorAll(".menu")];
    for (const menu of this._menus) {
      menu.addEventListener("toggle", () => menu.open && this._closeAll(menu));
      menu.addEventListener("keydown", (event) => this._key(event, menu));
    }
    document.addEventListener("pointerdown", (event) => {
      this._closeAll(event.target.closest(".menu"));
    });
  }

  _key(event, menu) {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector("summary").focus();
  }

  _closeAll(kept) {
    for (const menu of this._menus) if (menu !== kept) menu.open = false;
  }
}
