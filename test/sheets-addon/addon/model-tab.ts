import type { Cell } from "../../../core/contract/index.js";
import { type Memory, readMemory } from "../../../sheets-addon/addon/memory.js";
import type { Rectangle } from "../../../sheets-addon/addon/ranges.js";
import { afterPlan, type Step } from "../../../sheets-addon/addon/steps.js";
import type { SyncPlan } from "../../../sheets-addon/addon/sync.js";
import type { SyncedRow, TabAsRead } from "../../../sheets-addon/addon/tab.js";

/** A tab in memory, which does what a plan says in the order that it says. */
export interface ModelTab {
  tab: TabAsRead;
  synced: Map<string, SyncedRow>;
}

export function applyPlan({ tab, synced }: ModelTab, plan: SyncPlan): ModelTab {
  const after = afterPlan(tab, plan);
  const width = Math.max(0, ...after.rows.map((row) => row.length));
  const wide = (row: Cell[]): Cell[] => [...row, ...new Array<Cell>(width - row.length).fill(null)];
  const remembered = new Map(synced);
  for (const [id, row] of plan.remember) row ? remembered.set(id, row) : remembered.delete(id);
  return { tab: { ...after, rows: after.rows.map(wide) }, synced: remembered };
}

/** A tab and its memory as cells, on which each call to Google is one change. */
export interface ModelSheets {
  tab: TabAsRead;
  memory: Cell[][];
}

export const memoryOf = ({ memory }: ModelSheets): Memory => readMemory(memory);

/** The calls of a step: what is between two of them is where a run can be killed. */
export function callsOf(step: Step): ((sheets: ModelSheets) => void)[] {
  switch (step.does) {
    case "remember":
      return step.rows.map(({ row, cells }) => ({ memory }) => {
        while (memory.length <= row) memory.push([]);
        memory[row] = [...cells, ...(memory[row] ?? []).slice(cells.length)];
      });
    case "write":
      return [({ tab }) => writeCells(tab, step.cells)];
    case "append":
      return [({ tab }) => void tab.rows.push(...step.rows.map((row) => [...row]))];
    case "remove":
      return [({ tab }) => void tab.rows.splice(step.row, step.count)];
    default:
      return [() => undefined];
  }
}

function writeCells({ rows }: TabAsRead, { row, at, values }: Rectangle): void {
  for (const [down, line] of values.entries())
    for (const [right, value] of line.entries()) {
      const cells = rows[row + down];
      if (cells) cells[at + right] = value;
    }
}
