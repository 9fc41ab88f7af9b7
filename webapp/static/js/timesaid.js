/** What the timeline says; it comes later than the catalogue of the page, and is given what reads it. */

/**
 * @param {{t: Function, tn: Function, timeWords: Function}} page - as messages.js and timewords.js
 *   of the page have them.
 * @returns {Object<string, Function>}
 */
export function saidWith({ t, tn, timeWords }) {
  return {
    time: timeWords,
    elapsed: (days) => elapsed(days, tn),
    bars: () => t("Times, the earliest first; with Shift all up to one"),
    bar: (time, mentions, places) =>
      t("{time}: {mentions}, {places}", {
        time,
        mentions: tn("{number} mention", "{number} mentions", mentions),
        places: tn("{number} place", "{number} places", places),
      }),
    undated: (number) =>
      number
        ? tn("{number} mention carries no date", "{number} mentions carry no date", number)
        : t("Every mention carries a date"),
    from: () => t("From"),
    to: () => t("To"),
    beginning: () => t("the beginning"),
    end: () => t("the end"),
    clear: () => t("Any time"),
  };
}

/** A number of days as one would say it: "69 years", "3 months", "12 days". */
function elapsed(days, tn) {
  if (days >= 548) return tn("{number} year", "{number} years", Math.round(days / 365.25));
  if (days >= 46) return tn("{number} month", "{number} months", Math.round(days / 30.44));
  return tn("{number} day", "{number} days", days);
}
