import { DateTime } from "luxon";
import type { DroppedFile, DropView, ReadyFileState } from "../../core/drops/index.js";
import { type Import, type ImportReport, labelOf } from "../../core/imports/index.js";
import { counted } from "../in-words.js";
import { changeLines, rejectedWords } from "./import-report.js";
import { gap, person, type RichLine, words } from "./rich.js";

/** What is told of one file: its name and what it is, then what it would do, did, or why not. */
export function fileLines(file: DroppedFile, view: DropView): RichLine[] {
  const { state } = file;
  switch (state.is) {
    case "waiting":
    case "importing":
      return [named(file, "")];
    case "ready":
      return readyLines(file, state, view.drop.files.length);
    case "known":
      return [named(file, "taken in before"), ...knownLine(view, state.importId)];
    case "unknown":
      return [named(file, "a table that Roster does not know"), plainLine(state.say)];
    case "several":
    case "missing":
    case "refused":
      return [named(file, "not taken in"), plainLine(state.say)];
    case "failed":
      return [named(file, "not finished"), plainLine(state.say)];
    case "done":
      return doneLines(file, view, view.imports.get(state.importId));
  }
}

const named = ({ name }: DroppedFile, what: string): RichLine => [
  words(name, { bold: true }, 120),
  ...(what === "" ? [] : [gap("  "), words(what)]),
];

/** Letters of a reason: some name every column. */
const MOST_SAID = 700;

const plainLine = (text: string): RichLine => [words(text, undefined, MOST_SAID)];

/** Reasons of rejected rows that a file of few, and of many, tells; letters of one. */
const [MOST_REASONS, FEW_REASONS, MOST_REASON] = [5, 2, 160];
/** With more files than these the message has no room for all reasons. */
const FEW_FILES = 3;

function readyLines(file: DroppedFile, state: ReadyFileState, files: number): RichLine[] {
  const { source, mapping, rows, asOf, window, report, rejections } = state;
  const what = mapping === undefined ? labelOf(source) : `"${mapping}"`;
  const figures = `figures as of ${asOf}${windowWords(window)}`;
  const told = rejections.slice(0, files > FEW_FILES ? FEW_REASONS : MOST_REASONS);
  return [
    named(file, `${what}, ${counted(rows, "row")}, ${figures}`),
    ...changeLines(report, "would").map(plainLine),
    ...rejectedWords(report).map(plainLine),
    ...told.map(
      ({ line, reason }): RichLine => [gap("    "), words(`line ${line}: ${reason}`, undefined, MOST_REASON)],
    ),
  ];
}

function windowWords(window: ReadyFileState["window"]): string {
  if (window === "unknown") return "";
  return window === "lifetime" ? ", of all time" : `, over ${counted(window, "day")}`;
}

/** When and by whom a file was taken in. */
function knownLine({ imports, brand }: DropView, importId: string): RichLine[] {
  const record = imports.get(importId);
  if (record === undefined) return [];
  const at = minuteIn(record.acceptedAt ?? record.receivedAt, brand?.zone);
  const again =
    record.status === "failed" ? "That import failed: Import goes on with it." : "Nothing new would come of it.";
  return [[words(`Import ${importId}, ${at}, by`), gap(" "), person(record.by), gap(". "), words(again)]];
}

const minuteIn = (time: Date, zone = "UTC"): string => DateTime.fromJSDate(time, { zone }).toFormat("yyyy-LL-dd HH:mm");

function doneLines(file: DroppedFile, { brand }: DropView, record: Import | undefined): RichLine[] {
  if (record === undefined) return [named(file, "taken in")];
  const { _id, status, report, undone } = record;
  if (status === "undoing") return [named(file, `import ${_id} is being undone`)];
  if (status === "undone") {
    const at = undone ? ` on ${minuteIn(undone.at, brand?.zone)} by` : "";
    return [[...named(file, `import ${_id}, undone${at}`), ...(undone ? [gap(" "), person(undone.by)] : [])]];
  }
  const changes = report ? [...changeLines(report, "did"), ...rejectedWords(report)] : [];
  return [named(file, `import ${_id}, ${rowsWords(report)}`), ...changes.map(plainLine)];
}

const rowsWords = (report: ImportReport | undefined): string =>
  report === undefined ? "taken in" : `${counted(report.rows, "row")} in ${Math.max(1, Math.round(report.seconds))} s`;
