import type { Import, ImportReport, Rejection } from "../../../core/imports/index.js";

/** What the terminal says of one file: one row of the tables, one entry of `--json`. */
export interface ImportRow {
  /** Absent in a preview: the number comes with the import. */
  id?: string;
  file: string;
  source?: string;
  /** Its slug. */
  brand: string;
  status: ShownStatus;
  report: ImportReport;
  /** The import that took the same file in. */
  takenIn?: { at: Date; by: string };
  /** What was rejected first, in a preview. */
  rejections?: readonly Rejection[];
  /** Where the rejected rows were written to. */
  rejectedFile?: string;
}

type ShownStatus = "previewed" | "running" | "done" | "failed" | "undone" | "known";

/** The stored status in the words that `--json` promises. */
function shownStatus({ status }: Pick<Import, "status">): ShownStatus {
  return status === "undoing" ? "running" : status;
}

export function rowOf(record: Import, brand: string): ImportRow {
  const { _id: id, file, source } = record;
  return { id, file, source, brand, status: shownStatus(record), report: reportOf(record) };
}

/** The row of a file that was taken in before: this time nothing was new. */
export function knownRow(file: string, record: Import, brand: string): ImportRow {
  const { rows, repeated, rejected, rejectedValues, creators } = reportOf(record);
  const report = {
    ...NOTHING,
    ...{ rows, repeated, rejected, rejectedValues },
    creators: { ...NOTHING.creators, known: creators.new + creators.known },
  };
  const status = record.status === "done" ? "known" : shownStatus(record);
  const takenIn = { at: record.acceptedAt ?? record.receivedAt, by: record.by };
  return { id: record._id, file, source: record.source, brand, status, report, takenIn };
}

/** The shape that `import --json` and `imports --json` share. */
export function rowAsJson({ id, file, source, brand, status, report, ...more }: ImportRow) {
  const { takenIn, rejectedFile, rejections } = more;
  const { rows, repeated, rejected, rejectedValues, creators, samples, videos, products, snapshots } = report;
  const { new: isNew, known, filled, alternatives } = creators;
  return {
    ...{ id, file, source, brand, status, rows, repeated, rejected, rejectedValues },
    creators: { new: isNew, known, filled, alternatives },
    ...{ samples, videos, products, snapshots },
    outranked: report.outranked,
    seconds: report.seconds,
    ...{ takenIn, rejectedFile },
    firstRejected: rejections?.map(({ line, what, reason }) => ({ line, what, reason })),
  };
}

function reportOf({ report, rows = 0 }: Import): ImportReport {
  return report ?? { ...NOTHING, rows };
}

/** Its own copy: `--help` shall not wait until all of core/imports is loaded. */
const NOTHING: ImportReport = {
  rows: 0,
  repeated: 0,
  rejected: 0,
  rejectedValues: 0,
  creators: { new: 0, known: 0, filled: 0, alternatives: 0 },
  samples: { new: 0, updated: 0 },
  videos: { new: 0, updated: 0 },
  products: { new: 0, updated: 0 },
  snapshots: { new: 0 },
  outranked: [],
  seconds: 0,
};
