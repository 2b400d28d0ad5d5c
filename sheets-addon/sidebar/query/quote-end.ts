/** Curly quotes, which phones put in, are quotes too. */
export const QUOTE = /["“”]/;

/** The place after the quoted value that begins at `start`; the text's end when the quote is never closed. */
export function quoteEnd(text: string, start: number): number {
  const closing = text[start] === '"' ? /"/ : QUOTE;
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (closing.test(text[at] ?? "")) return at + 1;
  }
  return text.length;
}
