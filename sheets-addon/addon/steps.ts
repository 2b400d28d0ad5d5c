import type { Cell } from "../../core/contract/index.js";
import { type Memory, type MemoryWrite, planMemory } from "./memory.js";
import { chunksOf, type Rectangle, rectanglesOf } from "./ranges.js";
import type { SyncPlan } from "./sync.js";
import type { TabAsRead } from "./tab.js";

/** One thing that is done to the tab or to its memory; rows count from 0, below the header. */
export type Step =
  | { does: "remember"; rows: MemoryWrite[] }
  | { does: "write"; cells: Rectangle }
  /** Below the last row, by one call: a row is never there in part. */
  | { does: "append"; rows: Cell[][] }
  | { does: "grey" | "ungrey"; rows: number[] }
  | { does: "remove"; row: number; count: number };

/**
 * A plan as steps, in the order that makes a killed run harmless: the next run finds new rows remembered and not
 * there, or changed cells not remembered, and makes good. Takes over into `memory` what is remembered.
 */
export function stepsOf(plan: SyncPlan, memory: Memory): Step[] {
  const { before, after, last } = planMemory(memory, plan.remember);
  const remember = (rows: MemoryWrite[]): Step[] => (rows.length > 0 ? [{ does: "remember", rows }] : []);
  const paint = (does: "grey" | "ungrey"): Step[] => (plan[does].length > 0 ? [{ does, rows: plan[does] }] : []);
  return [
    ...remember(before),
    ...rectanglesOf(plan.write).map((cells): Step => ({ does: "write", cells })),
    ...chunksOf(plan.append).map((rows): Step => ({ does: "append", rows })),
    ...paint("grey"),
    ...paint("ungrey"),
    ...remember(after),
    ...runsDown(plan.remove).map((run): Step => ({ does: "remove", ...run })),
    ...remember(last),
  ];
}

/** Rows that follow each other go by one call; the last first. */
function runsDown(rows: readonly number[]): { row: number; count: number }[] {
  const runs: { row: number; count: number }[] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last?.row === row + 1) Object.assign(last, { row, count: last.count + 1 });
    else runs.push({ row, count: 1 });
  }
  return runs;
}

/** Adds to the rows that a run has changed, added and taken away. */
export function countPlan(rows: { changed: number; added: number; removed: number }, plan: SyncPlan): void {
  rows.added += plan.append.length;
  rows.removed += plan.remove.length + plan.grey.length;
  rows.changed += new Set(plan.write.map(({ row }) => row)).size;
}

/** The tab as it is when a plan was carried out. */
export function afterPlan(tab: TabAsRead, plan: Pick<SyncPlan, "write" | "append" | "remove">): TabAsRead {
  const rows = [...tab.rows];
  const fresh = new Set<number>();
  for (const { row, at, value } of plan.write) {
    if (!fresh.has(row)) rows[row] = [...(rows[row] ?? [])];
    fresh.add(row);
    const cells = rows[row];
    if (cells) cells[at] = value;
  }
  rows.push(...plan.append);
  const gone = new Set(plan.remove);
  return { ...tab, rows: gone.size > 0 ? rows.filter((_, row) => !gone.has(row)) : rows };
}
