/** Who is to be credited, each once. */

/**
 * @param {string[]} lines - of one credit or more, parted by semicolons.
 * @returns {string[]} without what another credit says as well.
 */
export function creditsOf(lines) {
  const credits = [...new Set(lines.flatMap((line) => line.split(/;\s+/)))].filter(Boolean);
  const said = (credit) => credits.some((other) => other !== credit && credit.endsWith(other));
  return credits.filter((credit) => !said(credit));
}
