import { CrmError } from "../../../core/errors/index.js";

/**
 * Reads what `--map` was given: `header=field` pairs with commas between them.
 *
 * A header may hold commas and equals signs; a field holds neither.
 */
export function readMap(texts: readonly string[]): [header: string, field: string][] {
  return texts.flatMap((text) => joinHeaders(text.split(","))).map(readPair);
}

/** A piece without an equals sign is the beginning of a header that holds a comma. */
function joinHeaders(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  let begun = "";
  for (const piece of pieces) {
    const text = begun + piece;
    if (text.includes("=")) joined.push(text);
    begun = text.includes("=") ? "" : `${text},`;
  }
  if (begun.replaceAll(",", "").trim() !== "") joined.push(begun.slice(0, -1));
  return joined;
}

function readPair(pair: string): [header: string, field: string] {
  const equals = pair.lastIndexOf("=");
  const [header, field] = [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
  if (equals < 0 || header === "" || field === "") {
    throw new CrmError("wrong-input", `--map: expected header=field, such as "Creator=handle"; got "${pair.trim()}".`);
  }
  return [header, field];
}

/** The pairs as they are typed, and safe to paste into a shell. */
export function writeMap(pairs: readonly (readonly [header: string, field: string])[]): string {
  return quoteForShell(pairs.map(([header, field]) => `${header.trim()}=${field}`).join(","));
}

/** In single quotes whatever a shell might read as more than a word. */
export function quoteForShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
