import type { Cell } from "../../core/contract/index.js";
import { type EditableColumns, plainCell, rowsById, type Synced, sameCell, type TabAsRead } from "./tab.js";

/** What people read then: nothing is written. */
export const IDS_DAMAGED =
  "The hidden column of Roster's ids no longer fits the rows beside it, so nothing was changed. This happens when some columns are sorted and others are not, or when the ids or the hidden memory sheet are deleted. Undo that, or bring the spreadsheet back by File, Version history; or let Roster fill a new tab.";

/** Whether the id column cannot be trusted: gone, emptied, or standing beside the cells of other rows. */
export function idsAreLost(tab: TabAsRead, synced: Synced, editable: EditableColumns): boolean {
  if (tab.idAt === undefined) return true;
  const at = rowsById(tab, synced);
  return wereEmptied(tab, tab.idAt, { at, synced }) || wereShuffled(tab, { at, synced, editable });
}

interface Ids {
  at: ReadonlyMap<string, number>;
  synced: Synced;
}

/**
 * People delete rows, and all of them at times; an id column that is empty beside full rows is damage, and so are ids
 * of which nothing is remembered.
 */
function wereEmptied({ rows }: TabAsRead, idAt: number, { at, synced }: Ids): boolean {
  if (synced.size === 0) return rows.some((cells) => !sameCell(cells[idAt], null));
  if (at.size * 2 >= Math.min(synced.size, rows.length)) return false;
  const without = rows.filter((cells) => sameCell(cells[idAt], null) && cells.some((cell) => !sameCell(cell, null)));
  return without.length > at.size;
}

/**
 * People sort some columns and leave the hidden one: its ids stand beside other rows' cells then. Rows tell whose
 * cells they hold by the columns that nobody edits; copies leave the original where it was, and are no damage.
 */
function wereShuffled(tab: TabAsRead, { at, synced, editable }: Ids & { editable: EditableColumns }): boolean {
  const telling = tellingColumns(tab, editable);
  const owners = ownersOf(telling, synced);
  const strangers = new Map<string, string>();
  for (const [id, row] of at) {
    const known = synced.get(id);
    const here = printOf(telling.map((each) => tab.rows[row]?.[each.at]));
    const own = known && knows(known.cells, telling) ? printOf(cellsOf(known.cells, telling)) : here;
    const owner = here === own ? undefined : owners.get(here);
    if (owner !== undefined) strangers.set(id, owner);
  }
  return [...strangers.values()].some((owner) => strangers.has(owner));
}

type Telling = TabAsRead["ours"];

function tellingColumns({ ours }: TabAsRead, editable: EditableColumns): Telling {
  const fixed = ours.filter(({ column }) => !editable.has(column));
  return fixed.length > 0 ? fixed : ours;
}

/** Whose cells are such; nobody's where several rows hold the same. */
function ownersOf(telling: Telling, synced: Synced): Map<string, string | undefined> {
  const owners = new Map<string, string | undefined>();
  for (const [id, { cells }] of synced) {
    if (!knows(cells, telling)) continue;
    const print = printOf(cellsOf(cells, telling));
    owners.set(print, owners.has(print) ? undefined : id);
  }
  return owners;
}

const knows = (cells: Record<string, Cell>, telling: Telling): boolean =>
  telling.every(({ column }) => column in cells);

const cellsOf = (cells: Record<string, Cell>, telling: Telling) => telling.map(({ column }) => cells[column]);

const printOf = (cells: readonly (Cell | undefined)[]): string => JSON.stringify(cells.map((cell) => plainCell(cell)));
