/** How the bytes of a text file become characters. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | LegacyEncoding;

/** An 8-bit or East Asian encoding, by its name in iconv-lite: "windows-1252", "Shift_JIS". */
type LegacyEncoding = string & { readonly legacy?: never };

/** What a text file proved to be when all of its bytes were looked at. */
export interface TextForm {
  encoding: Encoding;
  /** How many bytes of byte-order mark stand before the text. */
  bom: number;
  /** The first bytes of the file, raw. */
  head: Buffer;
}
