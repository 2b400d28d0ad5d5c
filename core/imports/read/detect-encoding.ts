import { isUtf8 } from "node:buffer";
import chardet from "chardet";
import iconv from "iconv-lite";
import type { Encoding } from "./text-form.js";

export interface DetectedEncoding {
  encoding: Encoding;
  /** Bytes of byte-order mark. */
  bom: number;
}

const BOMS: readonly { bytes: Buffer; encoding: Encoding }[] = [
  { bytes: Buffer.from([0xef, 0xbb, 0xbf]), encoding: "utf-8" },
  { bytes: Buffer.from([0xff, 0xfe]), encoding: "utf-16le" },
  { bytes: Buffer.from([0xfe, 0xff]), encoding: "utf-16be" },
];

/** chardet gives East Asian text of a few lines 100, Cyrillic and Greek 40–55, the wrong script 30 at most. */
const SURE = 40;
/** Of fewer letters beyond ASCII chardet is as sure as it is wrong: it takes "José" for Russian. */
const ENOUGH_LETTERS = 100;
/** Letters beyond ASCII stand side by side in other scripts, and alone in the names of Western Europe. */
const SIDE_BY_SIDE = 0.6;

/** One byte of a UTF-16 pair is NUL in all of ASCII; a table of headers, digits and delimiters is mostly that. */
const NUL_SHARE = 0.3;

/**
 * Tells the encoding of a text from its first bytes, in the order: byte-order mark, strict UTF-8, UTF-16 by where its
 * NULs stand, chardet if it is sure, else Windows-1252.
 *
 * @returns undefined for bytes that are no text.
 */
export function detectEncoding(head: Buffer): DetectedEncoding | undefined {
  const marked = BOMS.find(({ bytes }) => head.subarray(0, bytes.length).equals(bytes));
  if (marked !== undefined) return { encoding: marked.encoding, bom: marked.bytes.length };
  if (head.includes(0)) return detectUtf16(head);
  if (isUtf8(withoutCutCharacter(head))) return { encoding: "utf-8", bom: 0 };
  return { encoding: detectLegacy(head), bom: 0 };
}

/** The encoding of text that is neither UTF-8 nor UTF-16. */
export function detectLegacy(sample: Buffer): Encoding {
  const [best] = isForeignScript(sample) ? chardet.analyse(sample) : [];
  const foreign = best !== undefined && best.confidence >= SURE && !/^(?:UTF|ASCII|ISO-8859-1$)/.test(best.name);
  return foreign && iconv.encodingExists(best.name) ? best.name : "windows-1252";
}

function isForeignScript(sample: Buffer): boolean {
  let letters = 0;
  let besideAnother = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte < 0x80) continue;
    letters++;
    if ((sample[index - 1] ?? 0) >= 0x80 || (sample[index + 1] ?? 0) >= 0x80) besideAnother++;
  }
  return letters >= ENOUGH_LETTERS && besideAnother >= SIDE_BY_SIDE * letters;
}

function detectUtf16(head: Buffer): DetectedEncoding | undefined {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  const pairs = head.length / 2;
  if (odd > NUL_SHARE * pairs && even < odd / 10) return { encoding: "utf-16le", bom: 0 };
  if (even > NUL_SHARE * pairs && odd < even / 10) return { encoding: "utf-16be", bom: 0 };
  return undefined;
}

/** Leaves off a character of several bytes that the end of the head cuts in two. */
function withoutCutCharacter(head: Buffer): Buffer {
  return head.subarray(0, head.length - cutCharacterLength(head));
}

/** How many bytes at the end of `bytes` begin a UTF-8 character whose other bytes are still to come: 0 to 3. */
export function cutCharacterLength(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}
