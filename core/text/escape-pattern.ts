/** A text as a regular expression that finds just that: in JavaScript, and in MongoDB's PCRE with any option. */
export const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/#-]/g, "\\$&");
