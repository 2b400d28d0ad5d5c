import type {
  Cell,
  CompleteAnswer,
  CompleteRequest,
  FieldsAnswer,
  MeAnswer,
  SaveTabRequest,
  SheetList,
  SheetTab,
} from "../../core/contract/index.js";

/**
 * What the sidebar asks the add-on for, by `google.script.run`: a function each, with one argument and an answer of
 * plain JSON. A failure arrives as an `Error` whose message is the JSON of a `CallProblem`.
 *
 * Long work comes in steps of under `STEP_SECONDS`: the sidebar calls again with what it was given, until `done`, and
 * shows how far it is; so no run comes near the six minutes, and a closed sidebar loses nothing.
 */
export interface Calls {
  /** What there is to show when the sidebar opens. */
  open(nothing: null): Opening;
  connect(given: { code: string }): Opening;
  disconnect(nothing: null): Opening;
  fields(asked: { list: SheetList; brand: string }): FieldsAnswer;
  complete(asked: CompleteRequest): CompleteAnswer;
  /** How many records a query finds; `more` where there are more than that. */
  count(asked: { list: SheetList; brand: string; query: string }): { total: number; more?: true };
  /** Binds a tab, made when `sheetId` is absent, or changes what it shows; a refresh fills it. */
  bind(tab: Omit<SaveTabRequest, "title"> & { sheetId?: number; title?: string }): Opening;
  /** The tab's rows stay where they are; Roster forgets it. */
  unbind(tab: { sheetId: number }): Opening;
  refresh(step: { sheetId: number; so?: RefreshSoFar }): RefreshStep;
  /** What "Send my edits" would do, cell by cell; nothing is sent. */
  previewEdits(tab: { sheetId: number }): EditsPreview;
  /** Sends them; `picks` says, of conflicts, which value the person chose: theirs in the sheet, or Roster's. */
  sendEdits(edits: { sheetId: number; picks: ConflictPick[] }): EditsSent;
  /** Reads the active tab as a file: what it was recognised as, and what an import would do. */
  previewImport(asked: { brand: string }): ImportPreview;
  /** Imports it; rejected rows get a note in the tab. */
  importTab(asked: { brand: string; sheetId: number }): ImportDone;
}

/** Seconds that one call takes at most, far below the limit of six minutes. */
export const STEP_SECONDS = 60;

export interface CallProblem {
  /** A kind of the API's problems, or one of what can only go wrong in the spreadsheet. */
  kind: string;
  /** For the person: what happened, and what to do. */
  detail: string;
}

export interface Opening {
  /** Absent while the spreadsheet is not connected. */
  me?: MeAnswer;
  spreadsheet: string;
  /** The tab in front: what it is bound to is in `tabs`, if it is. */
  active: { sheetId: number; title: string };
  /** The spreadsheet's tabs that are bound; `missing` ones people deleted. */
  tabs: (SheetTab & { missing?: true })[];
  /** The other tabs, which a list could go into, and whether they hold anything. */
  free: { sheetId: number; title: string; empty: boolean }[];
  serviceAccount?: string;
}

/** Handed back with the next step. */
export interface RefreshSoFar {
  startedAt: string;
  rows: { changed: number; added: number; removed: number };
  cells: number;
}

export interface RefreshStep {
  done: boolean;
  so: RefreshSoFar;
  /** Rows the tab will have, and those still to come. */
  total: number;
  left: number;
  /** Cells that both sides changed, which keep the sheet's value until a person picks. */
  conflicts: number;
}

export interface CellChange {
  id: string;
  column: string;
  header: string;
  /** Who the row is about, for the person. */
  who: string;
  /** In the spreadsheet, as `C12`. */
  cell: string;
  sheet: Cell;
  roster: Cell;
  /** `invalid` is not sent, with its reason. */
  outcome: "send" | "same" | "conflict" | "refresh" | "invalid";
  reason?: string;
  by?: string;
}

export interface EditsPreview {
  changes: CellChange[];
}

export interface ConflictPick {
  id: string;
  column: string;
  keep: "sheet" | "roster";
  /** The value of Roster's that the person saw beside theirs: one that changed since is a conflict again. */
  saw?: Cell;
}

export interface EditsSent {
  sent: number;
  refreshed: number;
  invalid: number;
  /** Of both sides, and not picked yet. */
  conflicts: number;
}

export interface ImportPreview {
  sheetId: number;
  title: string;
  /** Such as `euka`; absent when the columns are not those of any source, then `nearest` says what is missing. */
  source?: string;
  nearest?: string;
  rows: number;
  creators: { new: number; known: number; filled: number; alternatives: number };
  rejected: number;
  /** Taken in before: when and by whom. */
  known?: string;
}

export interface ImportDone {
  id: string;
  rows: number;
  rejected: number;
  creators: { new: number; known: number; filled: number; alternatives: number };
}
