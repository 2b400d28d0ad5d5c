import type { Surface } from "../access/index.js";
import type { ImportReport } from "../imports/import.js";
import type { SourceName } from "../imports/sources/index.js";
import type { Window } from "../snapshots/snapshot.js";

/**
 * `received`: its files are to be read. `asking`: nobody knows for which brand. `ready`: read, and waiting for a person.
 * `importing`: somebody said yes. `failed`: an import broke, and can be tried again.
 */
export const DROP_STATUSES = ["received", "asking", "ready", "importing", "done", "failed", "cancelled"] as const;
export type DropStatus = (typeof DROP_STATUSES)[number];

/** A column of a table that nobody knows yet: for a person to say what it holds. */
export interface DroppedColumn {
  header: string;
  /** Some of its values. */
  samples: string[];
  /** What it probably holds: a field's name. */
  guess?: string;
}

/** What became of one file so far. */
export type FileState =
  | { is: "waiting" }
  | ReadyFileState
  /** The same file was taken in before; `broken`: that import failed, and goes on when this one is accepted. */
  | { is: "known"; importId: string; broken?: true }
  /** A table that nobody knows: its columns can be mapped. */
  | { is: "unknown"; say: string; columns: DroppedColumn[] }
  /** Fits several sources equally: somebody has to say which. */
  | { is: "several"; say: string; between: string[] }
  /** Cannot be taken in. */
  | { is: "refused"; say: string }
  /** Its bytes did not come; they can be fetched again. */
  | { is: "missing"; say: string }
  | { is: "importing"; importId?: string }
  | { is: "done"; importId: string }
  | { is: "failed"; say: string; importId?: string };

/** Read through: what importing it would do. */
export interface ReadyFileState {
  is: "ready";
  source: SourceName;
  mapping?: string;
  rows: number;
  asOf: string;
  window: Window;
  report: ImportReport;
  /** The first rejected rows and values. */
  rejections: { line: number; what: "row" | "value"; reason: string }[];
}

export interface DroppedFile {
  /** The surface's own id of the file. */
  id: string;
  name: string;
  /** Its bytes are kept until the drop is over. */
  kept?: true;
  sha256?: string;
  /** A source or a mapping that somebody chose for it. */
  as?: string;
  state: FileState;
  /** Its rejected rows were brought to where people see them. */
  rejectedShown?: true;
}

/** Files that a person brought together, with one message, and everything that becomes of them. */
export interface Drop {
  /** Place and message: however often a surface tells of it, it is one drop. */
  _id: string;
  /** Such as `slack:C123`. */
  place: string;
  /** The surface's id of the message that brought the files. */
  message: string;
  /** The message of the surface that its thread hangs on. */
  thread: string;
  /** The one message that tells of it. */
  answer?: string;
  by: string;
  via: Surface;
  at: Date;
  brandId?: string;
  /** The day its figures held, where the caption says one: `yyyy-mm-dd`. */
  asOf?: string;
  /** What its caption names as the brand, and is none. */
  unknownBrand?: string;
  status: DropStatus;
  files: DroppedFile[];
  /** Raised by each choice of a person: what was read for an earlier one counts no more. */
  round: number;
  /** Who said yes, and when. */
  accepted?: { by: string; at: Date };
  /** Work on it was done or asked for at: long ago means that it was lost. */
  touchedAt: Date;
  rev: number;
}

export const dropId = (place: string, message: string): string => `${place}:${message}`;
