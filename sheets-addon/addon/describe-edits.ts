import type { Cell, CellEdit, EditOutcome } from "../../core/contract/index.js";
import type { CellChange } from "./calls.js";
import { cellName } from "./cell-name.js";
import type { OpenTab } from "./open-tab.js";
import { HEADER_ROWS, rowsById } from "./tab.js";

/** What sending would do, for the person: outcomes are in the order of the edits. */
export function describeEdits(
  open: OpenTab,
  edits: readonly CellEdit[],
  outcomes: readonly EditOutcome[],
): CellChange[] {
  const rows = rowsById(open.tab, open.memory.synced);
  return edits.flatMap((edit, index) => {
    const [outcome, row] = [outcomes[index], rows.get(edit.id)];
    return outcome && row !== undefined ? [describe(open, row, { edit, outcome })] : [];
  });
}

function describe(
  { tab, columns }: OpenTab,
  row: number,
  { edit, outcome }: { edit: CellEdit; outcome: EditOutcome },
): CellChange {
  const { id, column, value: sheet, synced } = edit;
  const at = tab.ours.find((each) => each.column === column)?.at ?? 0;
  const header = columns.find((each) => each.column === column)?.header ?? column;
  const cell = cellName(row + HEADER_ROWS, at);
  const about = { id, column, header, who: whoIn(tab, row), cell, sheet };
  switch (outcome.outcome) {
    case "sent":
      return { ...about, roster: synced, outcome: "send" };
    case "same":
      return { ...about, roster: outcome.value, outcome: "same" };
    case "conflict":
      return { ...about, roster: outcome.roster, outcome: "conflict", ...(outcome.by ? { by: outcome.by } : {}) };
    case "refresh":
      return { ...about, roster: outcome.roster, outcome: "refresh" };
    case "invalid":
      return { ...about, roster: synced, outcome: "invalid", reason: outcome.reason };
  }
}

/** The handle, or what stands first. */
function whoIn({ ours, rows }: OpenTab["tab"], row: number): string {
  const place = ours.find(({ column }) => column === "handle") ?? ours[0];
  const cell: Cell = (place && rows[row]?.[place.at]) ?? null;
  return cell === null ? "" : String(cell);
}
