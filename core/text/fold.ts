/** Text as searching compares it: lower case, without accents, spaces collapsed. */
export function fold(text: string): string {
  const plain = PLAIN.test(text) ? text : text.normalize("NFD").replace(/\p{Mn}+/gu, "");
  return plain.toLowerCase().replace(/\s+/g, " ").trim();
}

/** ASCII has no accents: most handles and names are spared the work. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole range of ASCII is meant
const PLAIN = /^[\x00-\x7f]*$/;
