const FORMS = {
  and: new Intl.ListFormat("en-GB", { type: "conjunction" }),
  or: new Intl.ListFormat("en-GB", { type: "disjunction" }),
};

/** `a`, `a and b`, `a, b and c`. */
export const listInWords = (parts: readonly string[], last: "and" | "or" = "and"): string => FORMS[last].format(parts);
