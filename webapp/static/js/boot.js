/** The beginning of the page: its text is painted first, and the map is made after that. */

const { scripts, modules, drawn } = document.querySelector(".explorer").dataset;

await painted();
for (const href of modules.split(" ")) add("link", { rel: "modulepreload", href });
add("link", { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: drawn });
// In this order, though they are fetched at the same time.
for (const src of scripts.split(" ")) add("script", { src, async: false });

/** Resolves after the next paint, or at once where nothing is painted. */
function painted() {
  if (document.hidden) return Promise.resolve();
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

function add(name, properties) {
  document.head.append(Object.assign(document.createElement(name), properties));
}
