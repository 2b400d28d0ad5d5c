/** A header without the space around it; runs of spaces, line breaks and `_` inside become one space. */
export function tidyHeader(header: string): string {
  return header.replace(/[\s_\uFEFF]+/g, " ").trim();
}

/** What two headers are compared by: tidy, in lower case. */
export function headerKey(header: string): string {
  return tidyHeader(header).toLowerCase();
}
