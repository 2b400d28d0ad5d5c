import type { Cell } from "../../core/contract/index.js";
import type { SyncPlan } from "./sync.js";
import type { SyncedRow } from "./tab.js";

/** The hidden sheet that keeps what the last sync wrote into a tab: a row each, without a header. */
export const memoryName = (sheetId: number): string => `Roster memory ${sheetId}`;

/** Says so where the sheet is protected. */
export const MEMORY_PROTECTED = "Roster needs this sheet to tell people's changes from its own.";

/** Columns before the JSON: id, hash, `grey` or nothing. */
const FIRST_JSON = 3;
/** Letters of JSON in one cell, which takes 50,000. */
const MOST_LETTERS = 45_000;
/** Begins each piece of JSON, so that none is ever read as a formula, a number or an escape. */
const PIECE = "|";

/** What the sheet holds; its rows count from 0. */
export interface Memory {
  synced: Map<string, SyncedRow>;
  rowOf: Map<string, number>;
  /** Rows to be written over: empty, damaged, or copies. */
  free: number[];
  /** Rows in use, and those between them. */
  rows: number;
  /** Columns that the widest row takes. */
  width: number;
}

/** One row of the sheet, to be written from its first column on. */
export interface MemoryWrite {
  row: number;
  cells: Cell[];
}

/**
 * Which rows of the sheet are written when, so that a run may end at any point and the next one makes good: `before`
 * the tab's cells, what is said of new rows; `after` them, of changed ones; `last`, after rows were removed, of those.
 */
export interface MemoryPlan {
  before: MemoryWrite[];
  after: MemoryWrite[];
  last: MemoryWrite[];
}

/** Damaged rows are passed over: what they said is asked for again. */
export function readMemory(rows: readonly (readonly Cell[])[]): Memory {
  const memory: Memory = { synced: new Map(), rowOf: new Map(), free: [], rows: rows.length, width: FIRST_JSON + 1 };
  for (const [at, cells] of rows.entries()) {
    const id = String(cells[0] ?? "");
    const row = id === "" || memory.synced.has(id) ? undefined : readRow(cells);
    memory.width = Math.max(memory.width, cells.length);
    if (!row) {
      memory.free.push(at);
      continue;
    }
    memory.synced.set(id, row);
    memory.rowOf.set(id, at);
  }
  return memory;
}

/** Takes over into `memory` what is planned: to be written in the order of the plan. */
export function planMemory(memory: Memory, remember: SyncPlan["remember"]): MemoryPlan {
  const plan: MemoryPlan = { before: [], after: [], last: [] };
  const forgotten: string[] = [];
  for (const [id, row] of remember) {
    if (row === null) {
      forgotten.push(id);
      continue;
    }
    const at = memory.rowOf.get(id);
    (at === undefined ? plan.before : plan.after).push({
      row: at ?? takeRow(memory, id),
      cells: writeRow(memory, id, row),
    });
    memory.synced.set(id, row);
  }
  for (const id of forgotten) {
    const at = memory.rowOf.get(id);
    if (at === undefined) continue;
    plan.last.push({ row: at, cells: new Array<Cell>(memory.width).fill("") });
    memory.synced.delete(id);
    memory.rowOf.delete(id);
    memory.free.push(at);
  }
  return plan;
}

function takeRow(memory: Memory, id: string): number {
  const row = memory.free.shift() ?? memory.rows;
  memory.rows = Math.max(memory.rows, row + 1);
  memory.rowOf.set(id, row);
  return row;
}

/** As wide as the widest, so that nothing of a longer row before stays. */
function writeRow(memory: Memory, id: string, { hash, cells, grey }: SyncedRow): Cell[] {
  const row: Cell[] = [id, hash, grey ? "grey" : "", ...pieces(JSON.stringify(cells))];
  memory.width = Math.max(memory.width, row.length);
  return [...row, ...new Array<Cell>(memory.width - row.length).fill("")];
}

/** Cut between characters: half of one cannot be stored. */
function pieces(json: string): string[] {
  const cut: string[] = [];
  for (let from = 0, to = 0; from < json.length; from = to) {
    to = Math.min(json.length, from + MOST_LETTERS);
    if (to < json.length && isHighSurrogate(json.charCodeAt(to - 1))) to -= 1;
    cut.push(`${PIECE}${json.slice(from, to)}`);
  }
  return cut;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

function readRow(row: readonly Cell[]): SyncedRow | undefined {
  const [, hash, grey] = row;
  const json = row.slice(FIRST_JSON).map((piece) => String(piece ?? "").slice(PIECE.length));
  const cells = parseCells(json.join(""));
  if (!cells) return undefined;
  return { hash: String(hash ?? ""), cells, ...(grey === "grey" ? { grey: true } : {}) };
}

function parseCells(json: string): Record<string, Cell> | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    return isCells(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const isCells = (value: unknown): value is Record<string, Cell> =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((cell) => cell === null || ["string", "number", "boolean"].includes(typeof cell));
