/** Where data comes from: the server, or blocks of the page itself if it is one file. */

/** @returns {boolean} is this page a file that holds everything? */
export function isOneFile() {
  return document.getElementById("data-article") !== null;
}

/**
 * @param {string} url - "#…" is the id of a block in the page.
 * @returns {Promise<Object>}
 */
export async function readJson(url) {
  if (url.startsWith("#")) return JSON.parse(document.getElementById(url.slice(1)).textContent);
  const response = await fetch(url, { headers: { accept: "application/geo+json, application/json" } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

/**
 * The article's mentions with their reasons.
 *
 * @param {string} url - of the article.
 * @returns {Promise<{mentions: Object[]}>}
 */
export function readArticle(url) {
  return readJson(url.startsWith("#") ? url : `${url}?f=json`);
}
