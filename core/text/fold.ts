/** Text as searching compares it: lower case, without accents, spaces collapsed. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}
