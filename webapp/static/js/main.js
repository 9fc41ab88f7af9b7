/** The beginning: the map first, then the text and all else around one selection. */

import { loadAtlas } from "./atlas.js";
import { creditsOf } from "./credits.js";
import { Explorer } from "./explorer.js";
import { TwoFingers } from "./fingers.js";
import { ArticleMap } from "./map.js";
import { Menus } from "./menus.js";
import { figures, speak, t, tn } from "./messages.js";
import { notify } from "./notice.js";
import { readJson } from "./source.js";
import { teach } from "./telling.js";
import { Theme } from "./theme.js";
import { inTurns, pause } from "./turns.js";
import { countryWord, kindWord, listed } from "./words.js";

/**
 * Start the page; called by the script that folium composed.
 *
 * @param {Object} leafletMap
 * @param {{basemap: {url: string, max_zoom: number, credits: string[]}, layers: Object[], bbox: number[] | null}} parts
 */
export async function start(leafletMap, { basemap, layers, bbox }) {
  const page = document.querySelector(".explorer");
  const loading = loadAtlas(addresses(page, layers)); // while the map is being made
  const { messages } = page.dataset;
  if (messages) await speakAs(messages); // before anything is said
  const map = new ArticleMap(leafletMap, basemap, labelled(page));
  if (document.body.classList.contains("page--embed")) {
    new TwoFingers(page.querySelector(".map"), leafletMap.dragging);
  }
  const theme = new Theme(document.querySelector(".theme"), (shade) => map.dress(shade));
  new Menus(document);
  keepView(document.querySelector(".language"));
  const panel = page.querySelector(".panel");
  const beside = panel && panel.offsetWidth * 2 < page.querySelector(".map").offsetWidth;
  await pause();
  await inTurns([
    () => map.open(new URLSearchParams(location.search).get("at"), bbox, beside ? panel.offsetWidth : 0),
    () => map.dress(theme.shown),
    () => map.credit(creditsOf([...basemap.credits, ...layers.flatMap(({ attribution }) => attribution)])),
  ]);
  if (!layers.length) {
    page.dataset.ready = "true";
    return;
  }
  try {
    const atlas = await loading;
    await pause();
    await new Explorer(page, atlas, map, layers).start();
  } catch (error) {
    notify(t("The places could not be loaded: {error}. Reload the page to try again.", { error: error.message }));
  }
}

/** Say everything as a catalogue has it; without it, the rest of the page works in English. */
async function speakAs(catalogue) {
  try {
    const [content, { tellerOf }] = await Promise.all([readJson(catalogue), import("./sentences.js")]);
    speak(content);
    teach(tellerOf(content.sentences, { t, tn, figures, kindWord, countryWord, listed }));
  } catch (error) {
    notify(error.message);
  }
}

/** Another language shows the same view. */
function keepView(form) {
  form?.addEventListener("submit", () => {
    form.elements.back.value = location.pathname + location.search;
  });
}

/** Where the page finds what it shows. */
function addresses({ dataset: { drawn, article } }, layers) {
  return { drawn, article, files: Object.fromEntries(layers.map(({ id, url }) => [id, url])) };
}

/** Names that stand on the map from the start. */
function labelled(page) {
  const names = page.querySelectorAll('.places__entry[data-layer="cities"] .places__name');
  return [...names].map((name) => name.textContent);
}
