import { DIRT, type Dirt } from "./dirt.js";

/** In the order in which files given together are accepted. */
export const MADE_FILES = ["products", "euka", "phones", "refunnel", "creators", "samples", "videos"] as const;
export type MadeFile = (typeof MADE_FILES)[number];

/** What a file said of a creator: one bit for each value that there is, so that the order of rows cannot matter. */
export const EMAIL = { own: 1, another: 2, forwarding: 4 } as const;
export const PHONE = { own: 1, another: 2, ownMask: 4, anothersMask: 8 } as const;
export const NAME = { own: 1, another: 2, part: 4 } as const;
export const ADDRESS = { own: 1, another: 2, part: 4 } as const;

export interface FileCount {
  rows: number;
  rejected: number;
  rejectedValues: number;
}

type Page = "mentioned" | "figures" | "email" | "phone" | "name" | "address";

/**
 * Keeps count of everything at the moment it is written: a byte a creator for each kind of value, however many rows.
 *
 * The expected result of an import is worked out from here, never from a reading of the files.
 */
export class Ledger {
  readonly files: Record<MadeFile, FileCount>;
  readonly dirt: Record<Dirt, number>;
  samples = 0;
  videos = 0;
  products = 0;
  private readonly pages: Record<Page, Uint8Array>;

  constructor(creators: number) {
    const empty = () => ({ rows: 0, rejected: 0, rejectedValues: 0 });
    const page = () => new Uint8Array(creators);
    this.files = Object.fromEntries(MADE_FILES.map((name) => [name, empty()])) as Record<MadeFile, FileCount>;
    this.dirt = Object.fromEntries(DIRT.map((name) => [name, 0])) as Record<Dirt, number>;
    this.pages = { mentioned: page(), figures: page(), email: page(), phone: page(), name: page(), address: page() };
  }

  /** A row that will be taken in. */
  row(file: MadeFile): void {
    this.files[file].rows += 1;
  }

  /** A row that will be rejected, and gives nothing. */
  rejectedRow(file: MadeFile): void {
    this.files[file].rows += 1;
    this.files[file].rejected += 1;
  }

  rejectedValue(file: MadeFile): void {
    this.files[file].rejectedValues += 1;
  }

  note(dirt: Dirt): void {
    this.dirt[dirt] += 1;
  }

  /** The creator has a row in this file; with `figures`, one that makes a snapshot. */
  mention(file: MadeFile, creator: number, figures = false): void {
    this.mark("mentioned", creator, bitOf(file));
    if (figures) this.mark("figures", creator, bitOf(file));
  }

  mark(page: Page, creator: number, bit: number): void {
    const bytes = this.pages[page];
    bytes[creator] = (bytes[creator] ?? 0) | bit;
  }

  /** Every creator's byte on this page. */
  read(page: Page): Uint8Array {
    return this.pages[page];
  }
}

function bitOf(file: MadeFile): number {
  return 1 << MADE_FILES.indexOf(file);
}
