import type { Connection } from "mongoose";
import type { CreatorField, FieldValues, SeenValue } from "../creators/creator.js";
import { CrmError } from "../errors/crm-error.js";
import { setEdit } from "./decide-edits.js";
import { isSameText, textOf } from "./field-texts.js";
import { type Acting, type Edited, recordEdits } from "./record-edits.js";
import { sourcedField } from "./release-field.js";

/**
 * Makes one of the values that sources gave the current one.
 *
 * @param value as it is shown; case and spacing do not count
 * @throws CrmError `not-found` with the values there are
 */
export async function pickValue(
  db: Connection,
  who: string,
  field: string,
  value: string,
  acting: Acting,
): Promise<Edited> {
  const picked = sourcedField(field);
  if (picked === "badge") {
    throw new CrmError("wrong-input", "pick of a badge", {
      say: "A badge has no alternatives: the newest one counts.",
      next: { terminal: "Set it with: edit HANDLE badge=gold", slack: `Set it with: /creator edit ${who}` },
    });
  }
  return recordEdits(db, who, acting, (subject) => {
    const offered = (subject.creator.values[picked] ?? []) as SeenValue<FieldValues[CreatorField]>[];
    const texts = offered.map((seen) => textOf(picked, seen.value as FieldValues[typeof picked]) ?? "");
    const chosen = offered[texts.findIndex((text) => isSameText(text, value))];
    if (chosen === undefined) {
      const known = texts.length === 0 ? "No source gave one." : `The sources gave: ${texts.join(" · ")}.`;
      throw new CrmError("not-found", `no such ${picked} to pick`, {
        say: `No source gave the ${picked} "${value}". ${known}`,
      });
    }
    const change = setEdit(subject, picked, chosen.value as FieldValues[typeof picked]);
    return change === undefined ? [] : [change];
  });
}
