import type { Surface } from "../access/actor.js";
import type { Undone } from "../edits/edit.js";
import type { DayOrder } from "../normalize/index.js";
import type { Window } from "../snapshots/snapshot.js";
import type { SavedMapping } from "./recognise/saved-mapping.js";
import type { ColumnField, SourceName } from "./sources/index.js";

/** An import begins where a file is accepted; what comes before, a drop or a terminal keeps. */
export const IMPORT_STATUSES = ["running", "done", "failed", "undoing", "undone"] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What an accepted import is read by, whatever becomes of the brand's settings later. */
export interface Accepted {
  brandId: string;
  country: string;
  currency: string;
  zone: string;
  /** Decided by each column's rows, else by the country. */
  dayOrders: Partial<Record<ColumnField, DayOrder>>;
  /** The day its figures held, `yyyy-mm-dd`. */
  asOf: string;
  /** The days its figures sum over. */
  window: Window;
  /** The brand's name in the headers of the figures that are read, where headers carry one. */
  figuresOf?: string;
}

/** What an import did, or what its preview says it would do. */
export interface ImportReport {
  /** Data rows of the file, rejected ones included. */
  rows: number;
  /** Rows about a creator, sample, video or product that the file had already named. */
  repeated: number;
  rejected: number;
  /** Values that could not be read, in rows that were taken in. */
  rejectedValues: number;
  creators: { new: number; known: number; filled: number; alternatives: number };
  samples: { new: number; updated: number };
  videos: { new: number; updated: number };
  products: { new: number; updated: number };
  snapshots: { new: number };
  /** Samples that another brand's import named first: they count there, not here. By the holder's name. */
  outranked: { brand: string; samples: number }[];
  seconds: number;
}

/** How far an import is: rows that are read or written, then creators that are brought up to date, of how many. */
export interface ImportProgress {
  phase: "reading" | "writing" | "settling";
  done: number;
  of: number;
}

/** Who works on an import now; only an expired lease is taken up by another. */
interface Lease {
  owner: string;
  until: Date;
}

/** One file taken in for one brand. */
export interface Import {
  /** A small number, given at receipt: what people type. */
  _id: string;
  file: string;
  sha256: string;
  bytes: number;
  status: ImportStatus;
  brandId: string;
  source?: SourceName;
  /** The mapping that reads the file, when the source is `mapped`, as it was then. */
  mapping?: SavedMapping;
  /** Data rows, as counted when the file was read through. */
  rows?: number;
  by: string;
  via: Surface;
  receivedAt: Date;
  acceptedAt: Date;
  doneAt?: Date;
  /** Content, brand, source and mapping: what makes it the same file again. Gone when somebody takes it back. */
  sameFile?: string;
  /** The number that its acceptance gave: whatever depends on order goes by it. */
  seq: number;
  accepted: Accepted;
  lease?: Lease;
  progress?: ImportProgress;
  report?: ImportReport;
  /** Why it failed, for the person. */
  error?: string;
  undone?: Undone;
  /** While it is taken back: names and SKUs of its products, by which samples and videos are linked anew. */
  renamed?: { names: string[]; skus: string[] };
  /** Its original and its sightings were folded away: it can be undone no more. */
  foldedAt?: Date;
}
