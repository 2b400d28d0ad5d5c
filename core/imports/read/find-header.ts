import { type Choice, nearness, type Recognition, recogniseHeaders } from "../recognise/index.js";
import type { RawRow } from "./table.js";

/** Notes and a date range may stand before the header, no more than this many lines with it. */
export const HEADER_LINES = 10;

/** The row that is the header, or comes closest to one. */
export type FoundHeader = { row: RawRow; recognition: Recognition } | undefined;

/** Finds the header among the first rows: the first that is recognised, else the one that says the most. */
export function findHeader(head: readonly RawRow[], choice: Choice): FoundHeader {
  let best: FoundHeader;
  for (const row of head) {
    if (row.line > HEADER_LINES) break;
    if (row.cells.every((cell) => cell.trim() === "")) continue;
    const recognition = recogniseHeaders(row.cells, choice);
    if (recognition.kind === "recognised") return { row, recognition };
    const found = { row, recognition };
    if (isCloser(found, best)) best = found;
  }
  return best;
}

/** How near a row comes to being a header, rank before rank; only comparisons mean something. */
export function isCloser(one: FoundHeader, other: FoundHeader): boolean {
  const [ranks, others] = [ranksOf(one), ranksOf(other)];
  const differs = ranks.findIndex((rank, index) => rank !== others[index]);
  return differs !== -1 && (ranks[differs] ?? 0) > (others[differs] ?? 0);
}

const KINDS = ["unknown", "refused", "several", "recognised"] as const;

/** What it was taken for, then the columns known of the nearest source, then the mere number of cells. */
function ranksOf(found: FoundHeader): [number, number, number] {
  if (found === undefined) return [-1, 0, 0];
  const { recognition, row } = found;
  const match = recognition.kind === "unknown" ? recognition.nearest?.match : undefined;
  const known = match === undefined || match.known === 0 ? Number.NEGATIVE_INFINITY : nearness(match);
  return [KINDS.indexOf(recognition.kind), known, row.cells.filter((cell) => cell.trim() !== "").length];
}
