import iconv from "iconv-lite";

/** Text that went through a wrong encoding more than this many times has not been seen. */
const MOST_ROUNDS = 3;

/**
 * The byte of each character in Windows-1252, and in Latin-1, which has control characters at 80 to 9F. So the five
 * bytes that Windows-1252 leaves undefined stand for themselves, as browsers read them.
 */
const BYTES = new Map<string, number>();
for (let byte = 0x80; byte <= 0xff; byte += 1) {
  const char = iconv.decode(Buffer.of(byte), "win1252");
  BYTES.set(String.fromCharCode(byte), byte);
  if (char !== "\ufffd") BYTES.set(char, byte);
}

const charsOf = (from: number, to: number): string =>
  [...BYTES].flatMap(([char, byte]) => (byte >= from && byte <= to ? [char] : [])).join("");

/** What bytes 80 to BF of a UTF-8 character look like when they are read as Windows-1252. */
const TAIL = `[${charsOf(0x80, 0xbf)}]`;
/** Those of them that are no letters; `Š`, `Ž`, `œ` and the like may stand beside another capital in a right name. */
const SIGN_TAIL = `[${charsOf(0x80, 0xbf).replace(/\p{L}/gu, "")}]`;
/**
 * UTF-8 characters of two, three or four bytes, read as Windows-1252: Latin ones; Greek, Cyrillic, Hebrew and Arabic ones
 * (first bytes CE to DF) in runs, or alone where that is no right pair of letters; the rest of the world's.
 *
 * First bytes C9 to CD are left out: they stand for phonetic letters and bare accents, which no name has, while `ÍŠ` and
 * `ÊŽ` are plain capital letters. But `Ë†` and `Ëœ` are the ˆ and ˜ of text that was misread twice.
 */
const MISREAD = new RegExp(
  `[Â-Å]${TAIL}|[Æ-È]${SIGN_TAIL}|Ë[†œ]|(?:[Î-ß]${TAIL}){2,}|[Î-ß]${SIGN_TAIL}|[à-ï]${TAIL}{2}|[ð-ô]${TAIL}{3}`,
  "g",
);
/**
 * `í` is C3 AD, and AD alone is the soft hyphen, which many programs drop: `MartÃnez`, or `MartÃÂnez` when it was misread
 * twice. In `SÃO` a capital follows; `DÃaz` has a capital before, and a small letter behind. Looked for last, since `ƒ`, which follows `Ã` in text misread twice, is a letter too.
 */
const LOST_SOFT_HYPHEN = /(?<=\p{L})ÃÂ?(?=\p{Ll})/gu;
/** Only text with one of these can be broken: it spares all others the work. */
const SUSPECT = /[Â-ô\u0080-\u009f\ufffd?]/;
/** Signs of letters that are lost: U+FFFD, `?` inside a word, control characters, `Ã` or `Â` where no name has it. */
const BROKEN = /\ufffd|\p{L}\?\p{L}|[\u0080-\u009f]|Ã(?=\p{Ll}{2})|(?<=\p{Ll})[ÃÂ]|[ÃÂ](?=[\u00a0-\u00bf€™œ])/u;

export interface Repair {
  text: string;
  /** Some letters are lost for good. */
  broken: boolean;
}

/**
 * Undoes UTF-8 that was read as Windows-1252, up to three times over: `MartÃ­nez` becomes `Martínez`.
 *
 * Works on each misread character by itself, since one cell may join good and broken text. What is right already, as
 * `SÃO PAULO`, stays.
 */
export function repairMojibake(text: string): Repair {
  if (!SUSPECT.test(text)) return { text, broken: false };
  let repaired = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = repaired.replace(MISREAD, readAgain);
    if (next === repaired) break;
    repaired = next;
  }
  repaired = repaired.replace(LOST_SOFT_HYPHEN, "í");
  return { text: repaired, broken: BROKEN.test(repaired) };
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function readAgain(misread: string): string {
  const bytes = Uint8Array.from(misread, (char) => BYTES.get(char) ?? 0);
  try {
    return strictUtf8.decode(bytes);
  } catch {
    // Not UTF-8 after all, so the characters are what they seem to be.
    return misread;
  }
}
