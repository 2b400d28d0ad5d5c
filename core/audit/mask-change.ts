import { maskContacts } from "../access/mask-contacts.js";
import type { Address } from "../creators/creator.js";
import type { EditChange } from "../edits/edit.js";

/** A change as those see it who see contacts masked. */
export function maskChange(change: EditChange): EditChange {
  if (change.kind !== "set" || change.field === "name") return change;
  const { field, from, to } = change;
  const masked = (value: typeof from) => {
    if (value === null) return null;
    if (field === "address") return maskContacts({ address: value as Address }).address ?? {};
    return maskContacts({ [field]: value as string })[field] ?? null;
  };
  return { ...change, from: masked(from), to: masked(to) };
}
