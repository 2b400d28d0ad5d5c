import { CrmError } from "../errors/crm-error.js";
import { suggest } from "../query/index.js";

/** What a person may set, by the names that people type and that answers carry. */
export const EDITABLE = [
  "email",
  "phone",
  "name",
  "firstName",
  "lastName",
  "address",
  "line1",
  "line2",
  "city",
  "state",
  "zip",
  "country",
  "badge",
  "status",
  "whitelisted",
] as const;
export type Editable = (typeof EDITABLE)[number];

/** Other words for them. */
const ALIASES: Readonly<Record<string, Editable>> = {
  mail: "email",
  "e-mail": "email",
  tel: "phone",
  first: "firstName",
  last: "lastName",
  first_name: "firstName",
  last_name: "lastName",
  "address.line1": "line1",
  "address.line2": "line2",
  "address.city": "city",
  "address.state": "state",
  "address.zip": "zip",
  "address.country": "country",
  street: "line1",
  zipcode: "zip",
};

const BY_WORD = new Map<string, Editable>([
  ...EDITABLE.map((name): [string, Editable] => [name.toLowerCase(), name]),
  ...Object.entries(ALIASES),
]);

/**
 * The field that a word means.
 *
 * @throws CrmError `wrong-input` with the fields there are, and the nearest one
 */
export function editableOf(word: string): Editable {
  const wanted = word.trim().toLowerCase();
  const found = BY_WORD.get(wanted);
  if (found !== undefined) return found;
  const near = suggest(wanted, EDITABLE);
  throw new CrmError("wrong-input", `no field ${word}`, {
    say: `There is no field "${word}" to set.${near ? ` Did you mean ${near}?` : ""} The fields are: ${EDITABLE.join(", ")}.`,
  });
}
