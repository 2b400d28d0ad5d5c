import type { Cell, CellEdit } from "../../core/contract/index.js";

/** What a changed cell asks for, by three values: as last synced, as it is in the sheet, as it is in Roster. */
export type CellDecision = "same" | "refresh" | "conflict" | "send";

/**
 * Only the sheet changed: send. Only Roster: refresh. Both, and not to the same: a conflict, for the person to pick.
 * Notes are only ever added to, so that both may change.
 */
export function decideCell(
  { column, synced, value }: Pick<CellEdit, "column" | "synced" | "value">,
  roster: Cell,
): CellDecision {
  const [before, here, there] = [synced, value, roster].map((cell) => plainText(column, cell));
  if (here === there) return "same";
  if (here === before) return "refresh";
  return before === there || column === "notes" ? "send" : "conflict";
}

/** A cell as a field's text: what is compared, and what is set. */
export function plainText(column: string, cell: Cell): string {
  if (column === "whitelisted") return yesOrNo(cell);
  const text = String(cell ?? "")
    .replace(/\r\n?/g, "\n")
    .trim();
  if (column === "tags") return tagsIn(text).join(", ");
  return column === "badge" || column === "status" ? text.toLowerCase() : text;
}

/** Each tag once, in the alphabet's order. */
export function tagsIn(text: string): string[] {
  const tags = text.split(/[,;]/).map((tag) => tag.trim().toLowerCase().replace(/\s+/g, " "));
  return [...new Set(tags.filter((tag) => tag !== ""))].sort();
}

/** Sheets hold a check box, or what people type for it. */
function yesOrNo(cell: Cell): string {
  const text = String(cell ?? "")
    .trim()
    .toLowerCase();
  if (text === "true") return "yes";
  return text === "false" || text === "" ? "no" : text;
}

/** What was written below the notes that were there; nothing where those were changed. */
export function addedNote(synced: Cell, value: Cell): string | undefined {
  const [before, here] = [plainText("notes", synced), plainText("notes", value)];
  if (!here.startsWith(before)) return undefined;
  const added = here.slice(before.length);
  return before === "" || added.startsWith("\n") ? added.trim() : undefined;
}
