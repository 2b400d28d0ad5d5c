const LF = 10;
const CR = 13;
/** Longer than any real line: a file without line ends is not a table, and must not fill the memory. */
const LONGEST_LINE = 4 * 1024 * 1024;

export class LineTooLong extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`line ${line} is longer than ${LONGEST_LINE} bytes`);
    this.line = line;
  }
}

/**
 * Cuts a stream of bytes into lines at LF (a CR before it stays with the line), or at CR for the old Mac's files.
 * Line ends are one byte in UTF-8 and in no other character, so nothing has to be decoded for it.
 */
export class LineSplitter {
  private readonly end: number;
  private rest: Buffer = Buffer.alloc(0);
  private number = 0;

  constructor(end: number) {
    this.end = end;
  }

  /** Gives each line that `chunk` completes to `take`. */
  add(chunk: Buffer, take: (bytes: Buffer, start: number, end: number, line: number) => void): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    let start = 0;
    for (let at = bytes.indexOf(this.end); at !== -1; at = bytes.indexOf(this.end, start)) {
      take(bytes, start, at, ++this.number);
      start = at + 1;
    }
    this.rest = bytes.subarray(start);
    if (this.rest.length > LONGEST_LINE) throw new LineTooLong(this.number + 1);
  }

  /** Gives the last line, when no line end follows it. */
  finish(take: (bytes: Buffer, start: number, end: number, line: number) => void): void {
    if (this.rest.length > 0) take(this.rest, 0, this.rest.length, ++this.number);
  }
}

/** The byte that ends the lines of a text: CR only where there is no LF. */
export function lineEndOf(head: Buffer): number {
  return !head.includes(LF) && head.includes(CR) ? CR : LF;
}

export function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) count++;
  return count;
}
