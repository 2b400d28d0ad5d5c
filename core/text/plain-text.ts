/**
 * Control characters that are no space, and the marks that turn the direction of what follows (U+202A to 202E, U+2066 to
 * 2069): nobody sees them, and they make a terminal, a log or a name show something else than what it says. The joiners
 * inside of emoji are none of them.
 */
const HIDDEN = /\p{Cc}(?<!\s)|[\u202a-\u202e\u2066-\u2069]/u;
const EACH_HIDDEN = new RegExp(HIDDEN, "gu");
const LINE_BREAK = /\r\n?|[\u2028\u2029]/g;
const OTHER_SPACES = /[\t\v\f]/g;

/** A text without what is hidden in it. */
export const withoutHidden = (text: string): string => (HIDDEN.test(text) ? text.replace(EACH_HIDDEN, "") : text);

/** A text as one line without anything hidden, spaces collapsed. */
export const plainLine = (text: string): string => withoutHidden(text).replace(/\s+/g, " ").trim();

/** A text as lines that end with `\n`, without anything else hidden. */
export const plainLines = (text: string): string =>
  withoutHidden(text.replace(LINE_BREAK, "\n").replace(OTHER_SPACES, " ")).trim();
