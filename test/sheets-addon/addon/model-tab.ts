import type { Cell } from "../../../core/contract/index.js";
import type { SyncPlan } from "../../../sheets-addon/addon/sync.js";
import type { SyncedRow, TabAsRead } from "../../../sheets-addon/addon/tab.js";

/** A tab in memory, which does what a plan says in the order that it says. */
export interface ModelTab {
  tab: TabAsRead;
  synced: Map<string, SyncedRow>;
}

export function applyPlan({ tab, synced }: ModelTab, plan: SyncPlan): ModelTab {
  const width = Math.max(0, ...tab.rows.map((row) => row.length), ...plan.append.map((row) => row.length));
  const wide = (row: Cell[]): Cell[] => [...row, ...new Array<Cell>(width - row.length).fill(null)];
  const rows = tab.rows.map(wide);
  for (const { row, at, value } of plan.write) {
    const cells = rows[row];
    if (cells) cells[at] = value;
  }
  rows.push(...plan.append.map(wide));
  for (const row of plan.remove) rows.splice(row, 1);
  const remembered = new Map(synced);
  for (const [id, row] of plan.remember) row ? remembered.set(id, row) : remembered.delete(id);
  return { tab: { ...tab, rows }, synced: remembered };
}
