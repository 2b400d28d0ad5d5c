import type { RawRow } from "./table.js";

/** A mistake in the quoting of a record: `line` is where the quote opened. */
export class BadQuote extends Error {
  readonly line: number;
  constructor(line: number, problem: string) {
    super(problem);
    this.line = line;
  }
}

/** An open quote that has swallowed this much was never closed: spreadsheets allow 32,767 characters a cell. */
const LONGEST_CELL = 1024 * 1024;
const QUOTE = '"';
const NEVER_CLOSED = "a quote opens here and is never closed, so the file is damaged or cut off. Export it again.";

/**
 * Makes records of lines after RFC 4180. Quotes inside a cell that does not begin with one are letters, as spreadsheets
 * read them; text after a closing quote is a mistake, since nobody can tell where that cell ends.
 */
export class RecordParser {
  private readonly delimiter: string;
  private cells: string[] = [];
  private line = 0;
  /** The quoted cell that goes on in the next line. */
  private open: { line: number; text: string[]; length: number } | undefined;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  /**
   * Takes the next line, without its line end; gives the record that it completes.
   *
   * @throws BadQuote
   */
  take(text: string, line: number): RawRow | undefined {
    if (this.open === undefined) {
      this.line = line;
      if (!text.includes(QUOTE)) return { line, cells: withoutCr(text).split(this.delimiter) };
      this.cells = [];
      return this.readCells(text, 0, line);
    }
    const after = this.readQuoted(text, 0, line, this.open);
    return after === undefined ? undefined : this.readCells(text, after, line);
  }

  /** @throws BadQuote when the text ends within a quote. */
  finish(): void {
    if (this.open !== undefined) throw new BadQuote(this.open.line, NEVER_CLOSED);
  }

  /** Reads cells from `at`, where one begins; or, behind a quoted cell, where its delimiter stands. */
  private readCells(text: string, at: number, line: number): RawRow | undefined {
    const end = withoutCr(text).length;
    let start = at;
    let behindCell = at > 0;
    for (;;) {
      if (behindCell) {
        if (start >= end) return { line: this.line, cells: this.cells };
        start++;
      }
      behindCell = true;
      if (text[start] === QUOTE) {
        const after = this.readQuoted(text, start + 1, line, { line, text: [], length: 0 });
        if (after === undefined) return undefined;
        start = after;
      } else {
        const found = text.indexOf(this.delimiter, start);
        const stop = found === -1 ? end : found;
        this.cells.push(text.slice(start, stop));
        start = stop;
      }
    }
  }

  /** Reads on in a quoted cell; gives the index behind it, or undefined when it goes on in the next line. */
  private readQuoted(text: string, at: number, line: number, cell: NonNullable<typeof this.open>): number | undefined {
    let start = at;
    for (;;) {
      const quote = text.indexOf(QUOTE, start);
      if (quote === -1) {
        this.keepOpen(cell, `${text.slice(start)}\n`);
        return undefined;
      }
      if (text[quote + 1] !== QUOTE) {
        cell.text.push(text.slice(start, quote));
        this.open = undefined;
        this.cells.push(cell.text.length === 1 ? (cell.text[0] ?? "") : cell.text.join(""));
        return this.behindQuote(text, quote + 1, line, cell.line);
      }
      cell.text.push(text.slice(start, quote + 1));
      start = quote + 2;
    }
  }

  private keepOpen(cell: NonNullable<typeof this.open>, text: string): void {
    cell.text.push(text);
    cell.length += text.length;
    if (cell.length > LONGEST_CELL) throw new BadQuote(cell.line, NEVER_CLOSED);
    this.open = cell;
  }

  /** Skips spaces between the closing quote and the delimiter or the line's end. */
  private behindQuote(text: string, at: number, line: number, opened: number): number {
    let next = at;
    while (text[next] === " ") next++;
    const end = withoutCr(text).length;
    if (next >= end) return end;
    if (text[next] === this.delimiter) return next;
    const closes = line === opened ? "closes" : `closes in line ${line}`;
    throw new BadQuote(
      opened,
      `a quote opens here and ${closes} before the end of its cell: double the quotes inside it.`,
    );
  }
}

function withoutCr(text: string): string {
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}
