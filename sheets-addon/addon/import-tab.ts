import { ask } from "./api.js";
import type { ImportDone, ImportPreview } from "./calls.js";
import { csvOf } from "./csv.js";
import { alone } from "./lock.js";
import { writeNotes } from "./notes.js";
import { AddonError } from "./problem.js";
import { HEADER_ROWS } from "./tab.js";
import { isOwnSheet, requireSheet } from "./tabs.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

interface Creators {
  new: number;
  known: number;
  filled: number;
  alternatives: number;
}

/** What `POST /imports` and `GET /imports/:id` answer, as far as it is used here. */
interface ImportAnswer {
  id?: string;
  status: string;
  source?: string;
  rows?: number;
  creators?: Creators;
  rejected?: number;
  /** The first rows that were not taken, or of which a value was not. */
  rejections?: { line: number; reason: string }[];
  known?: string;
  by?: string;
  receivedAt?: string;
  error?: string;
}

/** Google takes no more in one request; letters. */
const MOST_LETTERS = 45 * 1024 * 1024;
/** Waits between looks at an import that is still running, and how often; milliseconds. */
const [PAUSE, LOOKS] = [3_000, 12];

export function previewImport({ brand }: { brand: string }): ImportPreview {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet();
  const about = { sheetId: sheet.getSheetId(), title: sheet.getName() };
  const { text } = fileOf(sheet);
  try {
    return { ...about, ...toPreview(upload(sheet, text, { brand, dryRun: "true" })) };
  } catch (error) {
    // Roster refuses what it does not recognise, and says what comes nearest.
    if (!(error instanceof AddonError) || error.problem.kind !== "refused") throw error;
    return { ...about, ...toPreview({ status: "unknown" }), nearest: error.problem.detail };
  }
}

export function importTab({ brand, sheetId }: { brand: string; sheetId: number }): ImportDone {
  return alone(() => {
    const sheet = requireSheet(sheetId);
    const { text, rowOfLine } = fileOf(sheet);
    const { rejections = [] } = upload(sheet, text, { brand, dryRun: "true" });
    const done = untilDone(upload(sheet, text, { brand }));
    const reasons = rejections.flatMap(({ line, reason }) => {
      const row = rowOfLine.get(line);
      return row === undefined ? [] : [{ row: row - HEADER_ROWS, at: 0, text: reason }];
    });
    writeNotes(sheet, reasons);
    return { id: done.known ?? done.id ?? "", ...countsOf(done) };
  });
}

/** As people see it. */
function fileOf(sheet: Sheet): ReturnType<typeof csvOf> {
  if (isOwnSheet(sheet.getName()) || sheet.getLastRow() === 0) {
    throw new AddonError("empty", "There is nothing to import in this tab. Open the tab that holds your export.");
  }
  const file = csvOf(sheet.getDataRange().getDisplayValues());
  if (file.text.length <= MOST_LETTERS) return file;
  throw new AddonError("too-large", "This tab is larger than Google sends at once (50 MB). Import the file in Slack.");
}

function upload(sheet: Sheet, text: string, fields: Record<string, string>): ImportAnswer {
  const file = Utilities.newBlob(text, "text/csv", `${sheet.getName()}.csv`);
  return ask("/imports", { method: "post", form: { ...fields, file } });
}

function untilDone(answer: ImportAnswer): ImportAnswer {
  let now = answer;
  for (let looks = 0; now.status === "running" && looks < LOOKS; looks += 1) {
    Utilities.sleep(PAUSE);
    now = ask(`/imports/${now.id}`);
  }
  if (now.status === "done" || now.status === "known") return now;
  if (now.status === "failed")
    throw new AddonError("refused", `The import failed: ${now.error ?? "no reason is known"}`);
  throw new AddonError("too-slow", `The import is still running, as number ${now.id}. Roster finishes it by itself.`);
}

function toPreview(answer: ImportAnswer) {
  const { source, known, by, receivedAt } = answer;
  const before = known === undefined ? undefined : `${receivedAt?.slice(0, 10)} by ${by}, as import ${known}`;
  return { ...(source ? { source } : {}), ...countsOf(answer), ...(before ? { known: before } : {}) };
}

const NO_CREATORS: Creators = { new: 0, known: 0, filled: 0, alternatives: 0 };

const countsOf = ({ rows = 0, rejected = 0, creators = NO_CREATORS }: ImportAnswer) => ({ rows, rejected, creators });
