import type { Cell, CellEdit, EditOutcome } from "../../core/contract/index.js";
import type { CreatorRow } from "../../core/lists/index.js";
import { readById } from "../../core/lookup/index.js";
import { cellsOf, columnsOf, isEditable } from "./columns.js";
import { decideCell } from "./decide-cell.js";
import { type Sending, sendCells, type Tried } from "./send-cells.js";

/** Sends changed cells, creator by creator; answers what became of each, in their order. */
export async function sendEdits(edits: readonly CellEdit[], sending: Sending): Promise<EditOutcome[]> {
  const byCreator = groupById(edits);
  const before = await readRows(byCreator, sending);
  const tried = new Map<CellEdit, Tried>();
  for (const [id, mine] of byCreator) {
    const row = before.get(id);
    const toSend: CellEdit[] = [];
    for (const edit of mine) {
      const decided = decide(edit, row, sending);
      if (decided === "send") toSend.push(edit);
      else tried.set(edit, decided);
    }
    if (row) for (const [edit, became] of await sendCells(row, toSend, sending)) tried.set(edit, became);
  }
  const after = sending.dryRun ? before : await readRows(byCreator, sending);
  return edits.map((edit) => toOutcome(edit, tried.get(edit), cellOf(after.get(edit.id), edit.column, sending)));
}

function groupById(edits: readonly CellEdit[]): Map<string, CellEdit[]> {
  const groups = new Map<string, CellEdit[]>();
  for (const edit of edits) groups.set(edit.id, [...(groups.get(edit.id) ?? []), edit]);
  return groups;
}

async function readRows(
  ids: ReadonlyMap<string, unknown>,
  { db, actor, brand }: Sending,
): Promise<Map<string, CreatorRow>> {
  const rows = await readById(db, [...ids.keys()], { brandId: brand.brandId, actor });
  return new Map(rows.map((row) => [row.id, row]));
}

/** What of a creator is a brand's own: over all brands it is several things at once. */
const OF_BRAND = new Set(["status", "tags", "notes", "whitelisted"]);

/** What is known of a changed cell without asking core; `send` is what core has to be asked about. */
function decide(edit: CellEdit, row: CreatorRow | undefined, sending: Sending): Tried | "send" {
  const { column } = edit;
  if (!isEditable("creators", column)) return { is: "invalid", reason: `"${column}" cannot be changed in a sheet.` };
  if (!row) return { is: "invalid", reason: "This creator is not there any more. Refresh the tab." };
  if (sending.brand.brand === undefined && OF_BRAND.has(column)) {
    return { is: "invalid", reason: `${column} is of one brand: change it in a tab of that brand.` };
  }
  const is = decideCell(edit, cellOf(row, column, sending));
  return is === "send" ? is : { is };
}

/** The cell as a tab shows it. */
function cellOf(row: CreatorRow | undefined, name: string, { brand }: Sending): Cell {
  const columns = columnsOf("creators").filter(({ column }) => column === name);
  return (row && cellsOf(row, columns, brand.zone)[0]) ?? null;
}

function toOutcome({ id, column, value }: CellEdit, became: Tried = { is: "same" }, roster: Cell): EditOutcome {
  switch (became.is) {
    case "sent":
      return { id, column, outcome: "sent", value: became.checked ? value : roster };
    case "same":
      return { id, column, outcome: "same", value: roster };
    case "refresh":
      return { id, column, outcome: "refresh", roster };
    case "conflict":
      return { id, column, outcome: "conflict", value, roster, ...(became.by ? { by: became.by } : {}) };
    case "invalid":
      return { id, column, outcome: "invalid", reason: became.reason };
  }
}
