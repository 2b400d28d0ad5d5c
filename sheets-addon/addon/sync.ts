import type { Cell, SheetRow, SyncAnswer } from "../../core/contract/index.js";
import { idsAreLost } from "./lost-ids.js";
import {
  type EditableColumns,
  editableOf,
  rowsById,
  type Synced,
  type SyncedRow,
  sameCell,
  type TabAsRead,
} from "./tab.js";

export interface CellWrite {
  row: number;
  at: number;
  value: Cell;
}

/** Both sides changed a cell since the last sync: the sheet keeps its value until the person picks. */
export interface CellConflict {
  id: string;
  column: string;
  row: number;
  at: number;
  here: Cell;
  roster: Cell;
}

/** What a refresh does, in this order; rows are those of the tab as read. */
export interface SyncPlan {
  write: CellWrite[];
  /** New rows, as wide as the tab: they go below the last one. */
  append: Cell[][];
  grey: number[];
  ungrey: number[];
  /** Last row first, so that each number holds while rows go. */
  remove: number[];
  conflicts: CellConflict[];
  /** What to remember from now on, by id; null forgets. */
  remember: Map<string, SyncedRow | null>;
}

export interface SyncQuestion {
  tab: TabAsRead;
  synced: Synced;
  answer: Pick<SyncAnswer, "columns" | "rows" | "gone">;
  /** What becomes of a row that left the query while people's own cells on it hold something. */
  whenGone: "grey" | "remove";
}

interface Planning extends SyncQuestion {
  editable: EditableColumns;
  plan: SyncPlan;
}

/**
 * What has to change in a tab: cells of our columns only, and only those that differ. Rows are known by their id,
 * never by their place. `undefined` when the ids are lost: nothing is known then, and nothing is done.
 */
export function planSync(question: SyncQuestion): SyncPlan | undefined {
  const { tab, synced, answer } = question;
  const at = rowsById(tab, synced);
  const editable = editableOf(answer.columns);
  if (idsAreLost(tab, synced, editable)) return undefined;
  const planning: Planning = { ...question, editable, plan: emptyPlan() };
  const wanted = new Map(answer.rows.map((row) => [row.id, row]));
  const gone = new Set(answer.gone);
  for (const [id, row] of at) {
    const known = synced.get(id);
    if (!known) continue;
    if (gone.has(id)) planGone(planning, { id, row, known });
    else planRow(planning, { id, row, known, wanted: wanted.get(id) });
  }
  for (const row of wanted.values()) if (!at.has(row.id)) planNew(planning, row);
  for (const id of synced.keys()) if (!at.has(id) && !wanted.has(id)) planning.plan.remember.set(id, null);
  planning.plan.remove.sort((one, other) => other - one);
  return planning.plan;
}

const emptyPlan = (): SyncPlan => ({
  write: [],
  append: [],
  grey: [],
  ungrey: [],
  remove: [],
  conflicts: [],
  remember: new Map(),
});

interface KnownRow {
  id: string;
  row: number;
  known: SyncedRow;
}

function planRow(planning: Planning, { id, row, known, wanted }: KnownRow & { wanted?: SheetRow }): void {
  const { tab, plan } = planning;
  const roster = wanted ? cellsByName(planning, wanted) : known.cells;
  const next: SyncedRow = { hash: wanted?.hash ?? known.hash, cells: { ...roster } };
  for (const { column, at } of tab.ours) {
    if (!(column in roster)) continue;
    const [here, value] = [tab.rows[row]?.[at] ?? null, roster[column] ?? null];
    if (sameCell(here, value)) continue;
    if (!isTheirEdit(planning, column, here, known)) plan.write.push({ row, at, value });
    else keepEdit(planning, { id, column, row, at, here, roster: value }, { known, next });
  }
  if (known.grey && wanted) plan.ungrey.push(row);
  if (known.grey && !wanted) next.grey = true;
  if (wanted && !sameRow(known, next)) plan.remember.set(id, next);
}

/** A changed cell of an editable column waits for "Send my edits"; in other columns Roster's value comes back. */
const isTheirEdit = ({ editable }: Planning, column: string, here: Cell, { cells }: SyncedRow): boolean =>
  editable.has(column) && column in cells && !sameCell(here, cells[column]);

function keepEdit({ plan }: Planning, cell: CellConflict, { known, next }: Record<"known" | "next", SyncedRow>): void {
  const before = known.cells[cell.column] ?? null;
  next.cells[cell.column] = before;
  if (sameCell(before, cell.roster)) return;
  next.hash = "";
  plan.conflicts.push(cell);
}

function planGone(planning: Planning, { id, row, known }: KnownRow): void {
  const { plan, whenGone } = planning;
  if (whenGone === "grey" && holdsTheirs(planning, row, known)) {
    if (known.grey) return;
    plan.grey.push(row);
    plan.remember.set(id, { ...known, hash: "", grey: true });
    return;
  }
  plan.remove.push(row);
  plan.remember.set(id, null);
}

/** Their own columns hold something, or an edit was not sent yet. */
function holdsTheirs(planning: Planning, row: number, known: SyncedRow): boolean {
  const { tab } = planning;
  const columns = new Map(tab.ours.map(({ column, at }) => [at, column]));
  return (tab.rows[row] ?? []).some((cell, at) => {
    if (at === tab.idAt) return false;
    const column = columns.get(at);
    return column === undefined ? !sameCell(cell, null) : isTheirEdit(planning, column, cell, known);
  });
}

function planNew(planning: Planning, wanted: SheetRow): void {
  const { tab, plan } = planning;
  const cells = cellsByName(planning, wanted);
  const places = [tab.idAt ?? 0, ...tab.ours.map(({ at }) => at)];
  const line: Cell[] = new Array(Math.max(...places) + 1).fill(null);
  line[tab.idAt ?? 0] = wanted.id;
  for (const { column, at } of tab.ours) line[at] = cells[column] ?? null;
  plan.append.push(line);
  plan.remember.set(wanted.id, { hash: wanted.hash, cells });
}

const cellsByName = ({ answer }: Planning, { cells }: SheetRow): Record<string, Cell> =>
  Object.fromEntries(answer.columns.map(({ column }, at) => [column, cells[at] ?? null]));

const sameRow = (one: SyncedRow, other: SyncedRow): boolean => JSON.stringify(one) === JSON.stringify(other);
