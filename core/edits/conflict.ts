import type { Creator } from "../creators/creator.js";
import { CrmError } from "../errors/crm-error.js";
import type { Editable } from "./editable.js";
import type { FieldTexts } from "./field-texts.js";
import { isSameText } from "./field-texts.js";

/** A field that somebody else changed while a person was looking at it. */
export interface FieldConflict {
  field: Editable;
  /** What the person saw; `null` is no value. */
  seen: string | null;
  /** What it is now. */
  current: string | null;
  /** What the person wanted it to be. */
  wanted: string;
  /** Who changed it last, when a person did. */
  by?: string;
  at?: Date;
}

/** The fields, of those to be changed, that are no longer what the person saw. */
export function findConflicts(
  creator: Creator,
  current: FieldTexts,
  wanted: { [F in Editable]?: string },
  seen: { [F in Editable]?: string | null },
): FieldConflict[] {
  return (Object.keys(wanted) as Editable[]).flatMap((field) => {
    const saw = seen[field];
    if (saw === undefined || isSameText(saw, current[field])) return [];
    const now = current[field] ?? null;
    return [{ field, seen: saw || null, current: now, wanted: wanted[field] ?? "", ...editorOf(creator, field) }];
  });
}

function editorOf({ edited, editedBadge }: Creator, field: Editable): { by?: string; at?: Date } {
  // How a brand stands with a creator does not say who decided it.
  if (field === "status" || field === "whitelisted") return {};
  const edit = field === "badge" ? editedBadge : edited[wholeOf(field)];
  return edit === undefined ? {} : { by: edit.by, at: edit.at };
}

function wholeOf(field: Editable) {
  if (field === "email" || field === "phone") return field;
  return field === "name" || field === "firstName" || field === "lastName" ? "name" : "address";
}

/** The error that shows both values of each field. Its `cause` is the list of conflicts. */
export function conflictError(conflicts: readonly FieldConflict[]): CrmError {
  const lines = conflicts.map(({ field, seen, current, wanted, by }) => {
    const whose = by === undefined ? "" : `, changed by ${by}`;
    return `${field}: you saw ${shown(seen)}; it is ${shown(current)} now${whose}. You wanted ${shown(wanted)}.`;
  });
  return new CrmError("conflict", `${conflicts.map(({ field }) => field).join(", ")} changed meanwhile`, {
    say: [
      "Somebody else was first; nothing was saved.",
      ...lines,
      "Look at the new value and decide again. Other fields can be changed without this one.",
    ].join("\n"),
    cause: conflicts,
  });
}

const shown = (text: string | null) => (text ? `"${text}"` : "empty");

/** The conflicts inside of an error, for surfaces that show them beside the fields. */
export function conflictsIn(error: unknown): readonly FieldConflict[] {
  return error instanceof CrmError && error.code === "conflict" && Array.isArray(error.cause) ? error.cause : [];
}
