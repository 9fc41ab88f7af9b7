/** What the page says, in the language of its interface; English needs nothing for it. */

const ORDER = ["zero", "one", "two", "few", "many", "other"]; // as plural forms stand in a catalogue
let catalogue = {};
let spoken = "en";
let rules = null;

/** @returns {string} the language of the interface, as a tag of BCP 47. */
export function language() {
  return spoken;
}

/**
 * Say everything in another language from now on.
 *
 * @param {{language: string, messages: Object<string, string | string[]>}} content - a catalogue.
 */
export function speak({ language: tag, messages }) {
  spoken = tag;
  catalogue = messages;
  rules = new Intl.PluralRules(tag);
}

/**
 * A message in the language of the page.
 *
 * @param {string} english - what it is in English, with values in braces: "{number} of {all}".
 * @param {Object<string, string | number>} [values] - by the names in braces.
 * @returns {string}
 */
export function t(english, values) {
  return filled(said(english) ?? english, values);
}

/**
 * A message of a number.
 *
 * @param {string} one - "{number} place"
 * @param {string} several - "{number} places"
 * @param {number} number - chooses the form; it is written as `figures` has it.
 * @param {Object<string, string | number>} [values]
 * @returns {string}
 */
export function tn(one, several, number, values) {
  const forms = catalogue[one];
  const message = Array.isArray(forms) ? forms[form(number, forms)] : number === 1 ? one : several;
  return filled(message, { number: figures(number), ...values });
}

/**
 * A message with elements in it.
 *
 * @param {string} english
 * @param {Object<string, Node | string | Array<Node | string>>} nodes - by the names in braces.
 * @returns {Array<Node | string>} children for `el` and `fill`.
 */
export function woven(english, nodes) {
  return (said(english) ?? english).split(/\{(\w+)\}/).flatMap((part, index) => (index % 2 ? nodes[part] : part || []));
}

/**
 * Marks what `t` is given later: tables are made before the catalogue has come.
 *
 * @param {string} english
 * @returns {string} the same.
 */
export function msg(english) {
  return english;
}

/**
 * @param {number} number - whole.
 * @returns {string} "1,024"; `Intl` takes longer to begin than a page may stand still.
 */
export function figures(number) {
  const separator = t("10,000").slice(2, -3);
  return String(number).replace(/\B(?=(\d{3})+$)/g, separator);
}

function said(english) {
  return Object.hasOwn(catalogue, english) ? catalogue[english] : undefined;
}

function filled(message, values) {
  return values ? message.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole) : message;
}

function form(number, forms) {
  const categories = ORDER.filter((each) => rules.resolvedOptions().pluralCategories.includes(each));
  return Math.min(categories.indexOf(rules.select(number)), forms.length - 1);
}
