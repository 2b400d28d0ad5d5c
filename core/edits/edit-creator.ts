import type { Connection } from "mongoose";
import { loadForgotten } from "../creators/forgotten.js";
import { CrmError } from "../errors/crm-error.js";
import { conflictError, findConflicts } from "./conflict.js";
import { decideEdits, type FieldInputs } from "./decide-edits.js";
import { EDITABLE, type Editable, editableOf } from "./editable.js";
import { fieldTexts } from "./field-texts.js";
import { type Acting, type Edited, recordEdits } from "./record-edits.js";
import { refuseForgotten } from "./refuse-forgotten.js";

/** What the person saw of the fields when they began to change them; `null` or an empty text is no value. */
export type SeenTexts = Readonly<Record<string, string | null>>;

/**
 * Sets fields of a creator to what was typed; an empty text clears. All of them or, when one cannot be used, none.
 *
 * @param changes by field: email, phone, name (or firstName, lastName), address (or line1, line2, city, state, zip,
 *   country), badge, status, whitelisted
 * @throws CrmError `wrong-input` for a field or a value; `conflict` with both values for a field that is no longer as seen
 */
export async function editCreator(
  db: Connection,
  who: string,
  changes: Readonly<Record<string, string>>,
  { seen = {}, ...acting }: Acting & { seen?: SeenTexts },
): Promise<Edited> {
  const wanted = fieldInputs(changes);
  const saw = fieldsSeen(seen);
  if (Object.keys(wanted).length === 0) {
    throw new CrmError("wrong-input", "an edit of nothing", {
      say: `Expected field=value, such as email=mia@example.com. The fields are: ${EDITABLE.join(", ")}.`,
    });
  }
  const forgotten = await loadForgotten(db);
  return recordEdits(db, who, acting, (subject) => {
    const conflicts = findConflicts(subject.creator, fieldTexts(subject.creator, subject.link), wanted, saw);
    if (conflicts.length > 0) throw conflictError(conflicts);
    return refuseForgotten(forgotten, decideEdits(subject, wanted));
  });
}

/** @throws CrmError for an unknown field, or one that is given twice */
export const fieldInputs = (given: Readonly<Record<string, string>>): FieldInputs => byField(given);

/** What was seen, by field. @throws CrmError as `fieldInputs` does */
export const fieldsSeen = (seen: SeenTexts): { [F in Editable]?: string | null } => byField(seen);

function byField<V>(given: Readonly<Record<string, V>>): { [F in Editable]?: V } {
  const fields: { [F in Editable]?: V } = {};
  for (const [word, value] of Object.entries(given)) {
    const field = editableOf(word);
    if (fields[field] !== undefined) {
      throw new CrmError("wrong-input", `${field} twice`, { say: `${field} is given twice. Give it once.` });
    }
    fields[field] = value;
  }
  return fields;
}
