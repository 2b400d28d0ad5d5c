import type { Cell } from "../../core/contract/index.js";
import type { CellWrite } from "./sync.js";

/** Cells that are written by one call; row and column count from 0. */
export interface Rectangle {
  row: number;
  at: number;
  values: Cell[][];
}

/** Rows that go into one call: more are slow, and lost together when a run is killed. */
export const CHUNK_ROWS = 2_000;

/** The fewest rectangles that hold the cells and no other: runs along rows, joined where the next row has the same. */
export function rectanglesOf(writes: readonly CellWrite[]): Rectangle[] {
  const open = new Map<string, Rectangle>();
  const done: Rectangle[] = [];
  for (const run of runsOf(writes)) {
    const key = `${run.at}:${run.values[0]?.length}`;
    const above = open.get(key);
    if (above && above.row + above.values.length === run.row && above.values.length < CHUNK_ROWS) {
      above.values.push(...run.values);
      continue;
    }
    open.set(key, run);
    done.push(run);
  }
  return done;
}

/** Each of one row, from the top; of a cell that is written twice, the later value. */
function runsOf(writes: readonly CellWrite[]): Rectangle[] {
  const inOrder = [...writes].sort((one, other) => one.row - other.row || one.at - other.at);
  const runs: Rectangle[] = [];
  for (const { row, at, value } of inOrder) {
    const last = runs[runs.length - 1];
    const cells = last?.row === row ? last.values[0] : undefined;
    if (last && cells && at < last.at + cells.length) cells[at - last.at] = value;
    else if (last && cells && at === last.at + cells.length) cells.push(value);
    else runs.push({ row, at, values: [[value]] });
  }
  return runs;
}

/** Lists in pieces of at most `length`. */
export function chunksOf<T>(all: readonly T[], length: number = CHUNK_ROWS): T[][] {
  const chunks: T[][] = [];
  for (let from = 0; from < all.length; from += length) chunks.push(all.slice(from, from + length));
  return chunks;
}
