import type { Forgotten } from "../creators/forgotten.js";
import { CrmError } from "../errors/crm-error.js";
import type { EditChange } from "./edit.js";

/** Passes changes on, but for an e-mail or number of somebody who wished to be forgotten: no person types it in again. */
export function refuseForgotten(forgotten: Forgotten, changes: EditChange[]): EditChange[] {
  for (const change of changes) {
    if (change.kind !== "set" || typeof change.to !== "string") continue;
    if (change.field !== "email" && change.field !== "phone") continue;
    if (!forgotten.has({ keys: [], [change.field]: change.to })) continue;
    throw new CrmError("refused", `a forgotten ${change.field}`, {
      say: `This ${change.field === "email" ? "e-mail address" : "number"} belongs to somebody who was forgotten at their wish. It is not taken in again.`,
    });
  }
  return changes;
}
