import type { Cell } from "../../../core/contract/index.js";
import type { Rectangle } from "../../addon/ranges.js";
import type { Step } from "../../addon/steps.js";
import { HEADER_ROWS } from "../../addon/tab.js";
import type { Change } from "./google-sheets.js";
import { grow } from "./lay-out.js";
import { newRowFormats, paint } from "./looks.js";
import { writeMemory } from "./memory-sheet.js";
import type { OpenTab } from "./open-tab.js";
import { formatsOf } from "./read-sheet.js";
import { writeCells } from "./write-cells.js";

/** Does what a plan says, on the rows of the tab as it was read; answers how many of its cells were written. */
export async function takeSteps(steps: readonly Step[], open: OpenTab): Promise<number> {
  let cells = 0;
  for (const run of runsOf(steps)) cells += await takeRun(run, open);
  return cells;
}

/** Steps of one kind that follow each other are few calls. */
type Run = { [S in Step as S["does"]]: { does: S["does"]; steps: Extract<Step, { does: S["does"] }>[] } }[Step["does"]];

function runsOf(steps: readonly Step[]): Run[] {
  const runs: Run[] = [];
  for (const step of steps) {
    const last = runs[runs.length - 1];
    if (last?.does === step.does) (last.steps as Step[]).push(step);
    else runs.push({ does: step.does, steps: [step] } as Run);
  }
  return runs;
}

async function takeRun(run: Run, open: OpenTab): Promise<number> {
  const { spreadsheet, sheet, tab } = open;
  const { sheetId } = sheet;
  switch (run.does) {
    case "remember": {
      const rows = run.steps.flatMap((step) => step.rows);
      open.memorySheet = await writeMemory(spreadsheet, { sheet: open.memorySheet, of: sheetId }, rows);
      return 0;
    }
    case "write":
      return writeRows(
        open,
        run.steps.map(({ cells }) => cells),
      );
    case "append":
      return append(
        open,
        run.steps.flatMap(({ rows }) => rows),
      );
    case "grey":
    case "ungrey":
      await spreadsheet.change(run.steps.flatMap(({ does, rows }) => paint(sheetId, tab, rows, does)));
      return 0;
    case "remove":
      await removeRows(open, run.steps);
      return 0;
  }
}

const writeRows = ({ spreadsheet, sheet, tab, columns }: OpenTab, rectangles: readonly Rectangle[]) =>
  writeCells(
    spreadsheet,
    sheet,
    rectangles.map(({ row, at, values }) => ({ row: row + HEADER_ROWS, at, values })),
    formatsOf(tab.ours, columns),
  );

async function append(open: OpenTab, rows: readonly Cell[][]): Promise<number> {
  const { spreadsheet, sheet, tab, columns } = open;
  const from = HEADER_ROWS + tab.rows.length;
  const to = from + rows.length;
  const had = sheet.rows;
  await spreadsheet.change([
    ...grow(sheet.sheetId, "ROWS", { from: had, to }),
    ...newRowFormats(tab, columns, { sheetId: sheet.sheetId, from, to, had }),
  ]);
  open.sheet = { ...sheet, rows: Math.max(had, to) };
  const width = Math.max(...rows.map((row) => row.length));
  const values = rows.map((row) => [...row, ...new Array<Cell>(width - row.length).fill(null)]);
  return writeRows(open, [{ row: tab.rows.length, at: 0, values }]);
}

/** All at once, the last first. A sheet keeps a row that is not frozen. */
async function removeRows(open: OpenTab, runs: readonly { row: number; count: number }[]): Promise<void> {
  const { spreadsheet, sheet } = open;
  const left = sheet.rows - runs.reduce((sum, { count }) => sum + count, 0);
  const deletions = runs.map(({ row, count }): Change => {
    const startIndex = row + HEADER_ROWS;
    const range = { sheetId: sheet.sheetId, dimension: "ROWS", startIndex, endIndex: startIndex + count };
    return { deleteDimension: { range } };
  });
  const kept = Math.max(0, Math.max(sheet.frozenRows, HEADER_ROWS) + 1 - left);
  await spreadsheet.change([...grow(sheet.sheetId, "ROWS", { from: sheet.rows, to: sheet.rows + kept }), ...deletions]);
  open.sheet = { ...sheet, rows: left + kept };
}
