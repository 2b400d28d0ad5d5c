/** One file inside a ZIP, still compressed. */
export interface ZipEntry {
  name: string;
  compressed: Buffer;
  deflated: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
/** A ZIP may end with a comment of up to 65,535 bytes. */
const LONGEST_END = END_LENGTH + 0xffff;
/** What may stand between two entries: a data descriptor of up to 24 bytes. */
const LONGEST_GAP = 24;
const STORED = 0;
const DEFLATED = 8;

/**
 * Reads the directory of a ZIP (APPNOTE.TXT 6.3). Readers that stream a ZIP never look at its directory, so entries that
 * it does not tell of are refused too.
 *
 * @returns undefined for what is no sound ZIP: cut off, encrypted, of more than 4 GB, or with hidden entries.
 */
export function zipEntries(zip: Buffer): ZipEntry[] | undefined {
  try {
    const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || end < zip.length - LONGEST_END || zip.readUInt32LE(end) !== END) return undefined;

    const directory = zip.readUInt32LE(end + 16);
    const entries: ZipEntry[] = [];
    const spans: { start: number; end: number }[] = [];
    let at = directory;
    for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
      const { entry, span, next } = readEntry(zip, at);
      entries.push(entry);
      spans.push(span);
      at = next;
    }
    return leavesNoGaps(spans, directory) ? entries : undefined;
  } catch {
    return undefined;
  }
}

function readEntry(zip: Buffer, at: number): { entry: ZipEntry; span: { start: number; end: number }; next: number } {
  if (zip.readUInt32LE(at) !== CENTRAL) throw new RangeError("not a directory entry");
  const encrypted = (zip.readUInt16LE(at + 8) & 1) === 1;
  const method = zip.readUInt16LE(at + 10);
  const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
  const start = zip.readUInt32LE(at + 42);
  if (encrypted || (method !== STORED && method !== DEFLATED) || zip.readUInt32LE(start) !== LOCAL) {
    throw new RangeError("not an entry that can be read");
  }

  const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
  const end = data + zip.readUInt32LE(at + 20);
  const name = zip.toString("utf8", at + 46, nameEnd);
  return {
    entry: { name, compressed: zip.subarray(data, end), deflated: method === DEFLATED },
    span: { start, end },
    next: nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32),
  };
}

function leavesNoGaps(spans: { start: number; end: number }[], directory: number): boolean {
  spans.sort((a, b) => a.start - b.start);
  let end = 0;
  for (const span of [...spans, { start: directory, end: directory }]) {
    if (span.start < end || span.start - end > LONGEST_GAP) return false;
    end = span.end;
  }
  return true;
}
