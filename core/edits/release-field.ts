import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import { type Acting, type Edited, recordEdits } from "./record-edits.js";

/** Fields that follow the sources as long as no person sets them; by the words that mean them. */
const FIELD_OF = {
  email: "email",
  phone: "phone",
  name: "name",
  firstname: "name",
  lastname: "name",
  address: "address",
  badge: "badge",
} as const;

/** The field that has sources, by a word that people type. */
export function sourcedField(word: string): (typeof FIELD_OF)[keyof typeof FIELD_OF] {
  const wanted = word.trim().toLowerCase();
  if (Object.hasOwn(FIELD_OF, wanted)) return FIELD_OF[wanted as keyof typeof FIELD_OF];
  throw new CrmError("wrong-input", `no field ${word} with sources`, {
    say: `"${word}" does not come from sources. Expected email, phone, name, address or badge.`,
  });
}

/** Takes a person's value off a field, so that it follows the sources again. */
export async function releaseField(db: Connection, who: string, field: string, acting: Acting): Promise<Edited> {
  const released = sourcedField(field);
  return recordEdits(db, who, acting, ({ creator }) => {
    const edited = released === "badge" ? creator.editedBadge : creator.edited[released];
    return edited === undefined ? [] : [{ kind: "release", field: released }];
  });
}
