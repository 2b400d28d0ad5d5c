import type { ImportReport } from "../../../core/imports/index.js";
import { counted } from "../../in-words.js";
import type { Paint } from "../paint.js";
import { type Column, printTable } from "../print-table.js";
import type { ImportRow } from "./import-row.js";

/** A file, or the sum of all. */
type Line = Pick<ImportRow, "id" | "file" | "source" | "report"> & { isSum?: true; isPreview?: boolean };

/** What was read and what came of it, a line a file, and the sums of several. */
export function reportTable(rows: readonly ImportRow[], paint: Paint): string {
  const lines: readonly Line[] = rows.length > 1 ? [...rows, sumOf(rows)] : rows;
  return printTable(COLUMNS, lines, paint);
}

const COLUMNS: readonly Column<Line>[] = [
  { title: "File", cell: ({ file }) => file, colour: ({ isSum }) => (isSum ? "bold" : undefined) },
  { title: "Import", cell: ({ id }) => id, right: true },
  { title: "Source", cell: ({ source }) => source },
  count("Rows", ({ rows }) => rows),
  count("Rejected", ({ rejected }) => rejected, { colour: "yellow" }),
  count("New creators", ({ creators }) => creators.new, { colour: "green", blank: ({ isPreview }) => isPreview }),
  // A creator whom several files name would count several times in a sum.
  count("Known", ({ creators }) => creators.known, { blank: () => true }),
  count("Filled", ({ creators }) => creators.filled, { blank: ({ isPreview }) => isPreview }),
  count("Alternatives", ({ creators }) => creators.alternatives, { blank: ({ isPreview }) => isPreview }),
  { title: "Records", cell: ({ report }) => records(report) },
];

interface CountLooks {
  /** Of what is more than nothing. */
  colour?: keyof Paint;
  /** Which sums would say something wrong. */
  blank?: (sum: Line) => boolean | undefined;
}

function count(title: string, of: (report: ImportReport) => number, looks: CountLooks = {}): Column<Line> {
  return {
    title,
    cell: (line) => (line.isSum && looks.blank?.(line) ? "" : of(line.report)),
    right: true,
    colour: ({ report }) => (of(report) === 0 ? "dim" : looks.colour),
  };
}

/** "492 samples", "3 new, 10 changed videos". */
function records({ samples, videos, products }: ImportReport): string {
  const parts = [added(samples, "sample"), added(videos, "video"), added(products, "product")];
  return parts.filter((part) => part !== "").join(", ");
}

function added({ new: fresh, updated }: { new: number; updated: number }, one: string): string {
  if (updated === 0) return fresh === 0 ? "" : counted(fresh, one);
  const changed = counted(updated, `changed ${one}`);
  return fresh === 0 ? changed : `${fresh.toLocaleString("en-US")} new, ${changed}`;
}

function sumOf(rows: readonly ImportRow[]): Line {
  const reports = rows.map(({ report }) => report);
  const isPreview = rows.some(({ status }) => status === "previewed");
  return { file: "together", report: reports.reduce(addReports), isSum: true, isPreview };
}

function addReports(a: ImportReport, b: ImportReport): ImportReport {
  const records = (of: "samples" | "videos" | "products") => ({
    new: a[of].new + b[of].new,
    updated: a[of].updated + b[of].updated,
  });
  return {
    rows: a.rows + b.rows,
    repeated: a.repeated + b.repeated,
    rejected: a.rejected + b.rejected,
    rejectedValues: a.rejectedValues + b.rejectedValues,
    creators: {
      new: a.creators.new + b.creators.new,
      known: a.creators.known + b.creators.known,
      filled: a.creators.filled + b.creators.filled,
      alternatives: a.creators.alternatives + b.creators.alternatives,
    },
    samples: records("samples"),
    videos: records("videos"),
    products: records("products"),
    snapshots: { new: a.snapshots.new + b.snapshots.new },
    outranked: [...a.outranked, ...b.outranked],
    seconds: Math.max(a.seconds, b.seconds),
  };
}
