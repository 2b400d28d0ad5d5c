import type { Rejection } from "../../../core/imports/index.js";
import { counted, dayOf, duration } from "../../in-words.js";
import { inOneLine, type Paint } from "../paint.js";
import type { ImportRow } from "./import-row.js";
import { rate } from "./progress-bar.js";
import { reportTable } from "./report-table.js";

/** Rejected rows shown, of all files and of each: enough to see what is wrong. */
const REJECTIONS = { ofAll: 10, ofEach: 3 } as const;

/** Of fewer rows the speed says nothing. */
const WORTH_A_SPEED = 1_000;

/** What importing would do. */
export function printPreview(rows: readonly ImportRow[], paint: Paint): string {
  const fresh = rows.filter(({ status }) => status === "previewed");
  const most = Math.max(REJECTIONS.ofEach, Math.floor(REJECTIONS.ofAll / fresh.length));
  return [
    ...knownFiles(rows, paint),
    ...(fresh.length > 0 ? [reportTable(fresh, paint)] : []),
    ...(fresh.length > 1
      ? [paint.dim("Each file is previewed over what is stored now, as if the others were not there.")]
      : []),
    ...fresh.flatMap((row) => firstRejections(row, most, paint)),
    ...fresh.flatMap(outranked),
  ].join("\n");
}

/** What importing did; `seconds` for all files together. */
export function printResult(rows: readonly ImportRow[], seconds: number, paint: Paint): string {
  const done = rows.filter(({ status }) => status === "done");
  const read = done.reduce((sum, { report }) => sum + report.rows, 0);
  const speed = read < WORTH_A_SPEED ? "" : rate(read, seconds);
  return [
    ...knownFiles(rows, paint),
    ...(done.length > 0 ? [reportTable(done, paint)] : []),
    ...done.flatMap(outranked),
    ...done.flatMap(writtenRejections),
    ...(done.length > 0 ? [paint.dim(`Done in ${duration(seconds)}${speed === "" ? "" : `, ${speed}`}.`)] : []),
  ].join("\n");
}

function knownFiles(rows: readonly ImportRow[], paint: Paint): string[] {
  return rows.flatMap(({ file, status, id, takenIn }) => {
    if (takenIn === undefined) return [];
    const name = paint.bold(inOneLine(file));
    if (status === "known") return [`${name}: taken in on ${dayOf(takenIn.at)} by ${takenIn.by} as import ${id}.`];
    if (status === "failed") return [`${name}: import ${id} of it failed; it is taken up again.`];
    return [`${name}: ${takenIn.by} is taking it in right now as import ${id}.`];
  });
}

function firstRejections({ file, report, rejections = [] }: ImportRow, most: number, paint: Paint): string[] {
  const count = report.rejected + report.rejectedValues;
  if (count === 0) return [];
  // Whole rows first: they are what is lost.
  const shown = [...rejections].sort((a, b) => order(a) - order(b)).slice(0, most);
  const digits = Math.max(...shown.map(({ line }) => String(line).length));
  const left = count - shown.length;
  return [
    "",
    `${paint.bold(inOneLine(file))}: ${rejected(report)} rejected`,
    ...shown.map(({ line, what, reason }) => {
      const kind = what === "row" ? paint.yellow("row  ") : "value";
      return `  line ${String(line).padStart(digits)}  ${kind}  ${inOneLine(reason)}`;
    }),
    ...(left > 0 ? [paint.dim(`  and ${left.toLocaleString("en-US")} more`)] : []),
  ];
}

const order = ({ what }: Rejection): number => (what === "row" ? 0 : 1);

function writtenRejections({ report, rejectedFile }: ImportRow): string[] {
  return rejectedFile === undefined ? [] : [`Rejected: ${rejected(report)}, written to ${inOneLine(rejectedFile)}`];
}

/** "2 rows and 5 values". */
function rejected({ rejected: rows, rejectedValues: values }: ImportRow["report"]): string {
  const parts = [...(rows > 0 ? [counted(rows, "row")] : []), ...(values > 0 ? [counted(values, "value")] : [])];
  return parts.join(" and ");
}

function outranked({ file, report }: ImportRow): string[] {
  return report.outranked.map(
    ({ brand, samples }) =>
      `${inOneLine(file)}: ${counted(samples, "sample")} came in for ${brand} first and ${samples === 1 ? "counts" : "count"} there.`,
  );
}
