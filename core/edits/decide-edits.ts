import type { Address, CreatorField, EditedValue, FieldValues } from "../creators/creator.js";
import { currentValue, equalityKey } from "../creators/values.js";
import type { CrmError } from "../errors/crm-error.js";
import type { EditChange } from "./edit.js";
import type { Editable } from "./editable.js";
import {
  readAddress,
  readAddressParts,
  readBadge,
  readEmail,
  readName,
  readNameParts,
  readPhone,
  readStatus,
  readYesNo,
  wrongValue,
} from "./read-value.js";
import type { Subject } from "./record-edits.js";

/** New values by field, as typed; an empty text clears. */
export type FieldInputs = { [F in Editable]?: string };

const ADDRESS_PARTS = ["line1", "line2", "city", "state", "zip", "country"] as const satisfies readonly Editable[];

/**
 * The edits that make a creator what was typed. What is that way by a person's word already gives no edit.
 *
 * @throws CrmError `wrong-input` for the first value that cannot be used
 */
export function decideEdits({ creator, link, brand }: Subject, inputs: FieldInputs): EditChange[] {
  const { country } = brand;
  const changes: (EditChange | undefined)[] = [];
  const set = <F extends CreatorField>(field: F, to: FieldValues[F] | null) => {
    changes.push(setEdit({ creator, brand }, field, to));
  };

  if (inputs.email !== undefined) set("email", readEmail(inputs.email));
  if (inputs.phone !== undefined) set("phone", readPhone(inputs.phone, country));
  const name = readNameInputs(inputs, creator.firstName, creator.lastName);
  if (name !== undefined) set("name", name);
  const address = readAddressInputs(inputs, creator.address, country);
  if (address !== undefined) set("address", address);

  if (inputs.badge !== undefined) {
    const to = readBadge(inputs.badge);
    if (creator.editedBadge?.value !== to) changes.push({ kind: "badge", from: creator.badge ?? null, to });
  }
  if (inputs.status !== undefined) {
    const from = link?.status ?? "active";
    const to = readStatus(inputs.status);
    if (to !== from) changes.push({ kind: "status", from, to });
  }
  if (inputs.whitelisted !== undefined) {
    const to = readYesNo("whitelisted", inputs.whitelisted);
    if (to !== (link?.whitelisted ?? false)) changes.push({ kind: "whitelist", to });
  }
  return changes.filter((change) => change !== undefined);
}

/** Sets a field; nothing, where a person has set it to the same already. */
export function setEdit<F extends CreatorField>(
  { creator }: Pick<Subject, "creator" | "brand">,
  field: F,
  to: FieldValues[F] | null,
): EditChange | undefined {
  const edited = creator.edited[field] as EditedValue<FieldValues[F]> | undefined;
  const isSame =
    edited !== undefined &&
    (edited.value === null || to === null
      ? edited.value === to
      : equalityKey(field, edited.value) === equalityKey(field, to) && isSpelledSame(edited.value, to));
  if (isSame) return undefined;
  const from = currentValue<unknown>(creator.values[field], edited) as FieldValues[F] | undefined;
  return { kind: "set", field, from: from ?? null, to };
}

const isSpelledSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function readNameInputs({ name, firstName, lastName }: FieldInputs, first?: string, last?: string) {
  const hasParts = firstName !== undefined || lastName !== undefined;
  if (name !== undefined && hasParts) throw eitherOr("name", "firstName and lastName");
  if (name !== undefined) return readName(name);
  if (!hasParts) return undefined;
  const given = {
    ...(firstName === undefined ? {} : { first: firstName }),
    ...(lastName === undefined ? {} : { last: lastName }),
  };
  return readNameParts({ ...(first ? { first } : {}), ...(last ? { last } : {}) }, given);
}

function readAddressInputs(inputs: FieldInputs, current: Address | undefined, country: string) {
  const parts = Object.fromEntries(
    ADDRESS_PARTS.flatMap((part) => (inputs[part] === undefined ? [] : [[part, inputs[part]]])),
  );
  const hasParts = Object.keys(parts).length > 0;
  if (inputs.address !== undefined && hasParts) throw eitherOr("address", ADDRESS_PARTS.join(", "));
  if (inputs.address !== undefined) return readAddress(inputs.address, country);
  return hasParts ? readAddressParts(current, parts, country) : undefined;
}

const eitherOr = (whole: Editable, parts: string): CrmError =>
  wrongValue(whole, `give it as a whole, or its parts (${parts}), not both`);
