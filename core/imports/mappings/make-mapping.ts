import { CrmError } from "../../errors/crm-error.js";
import { closeHeaders } from "../recognise/close-headers.js";
import { headerKey, type SavedMapping } from "../recognise/index.js";
import { COLUMN_FIELDS, type ColumnField, KNOWN_SOURCES } from "../sources/index.js";

/** What a person says of a table: under which name to keep it, and which of its headers fill which fields. */
export interface WantedMapping {
  name: string;
  /** Every header of the table. */
  headers: readonly string[];
  /** Header and field, as written. */
  columns: readonly (readonly [header: string, field: string])[];
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u;
const TAKEN_NAMES = new Set<string>([...KNOWN_SOURCES.map((source) => source.name), "mapped"]);
const FIELDS = Object.keys(COLUMN_FIELDS);
const IDENTITY = ["handle", "tiktokUserId"] satisfies ColumnField[];

/**
 * Makes a mapping of what a person has written.
 *
 * @throws CrmError `wrong-input`, naming the header or field that does not fit
 */
export function makeMapping({ name, headers, columns }: WantedMapping): SavedMapping {
  if (!NAME.test(name)) throw wrong(`expected a name of letters and digits; got "${name}"`);
  if (TAKEN_NAMES.has(name.toLowerCase())) {
    throw wrong(`"${name}" is the name of a source: take another for the mapping`);
  }
  const chosen = new Map<string, ColumnField>();
  for (const [wanted, field] of columns) {
    const header = headers.find((each) => headerKey(each) === headerKey(wanted));
    if (header === undefined || headerKey(wanted) === "") {
      throw wrong(`there is no column "${wanted}"; the columns are: ${headers.map((each) => each.trim()).join(", ")}`);
    }
    if (!isField(field)) {
      const [close] = closeHeaders([field], FIELDS);
      const meant = close === undefined ? "" : ` (did you mean ${close}?)`;
      throw wrong(`there is no field "${field}"${meant}; the fields are: ${FIELDS.join(", ")}`);
    }
    const other = [...chosen].find(([, taken]) => taken === field)?.[0];
    if (other !== undefined) throw wrong(`${field} is filled by "${other.trim()}" already, so not by "${wanted}"`);
    chosen.set(header, field);
  }
  if (!IDENTITY.some((field) => [...chosen.values()].includes(field))) {
    throw wrong(`one column has to say whose row it is: ${IDENTITY.join(" or ")}`);
  }
  return { name, headers, columns: Object.fromEntries(chosen) };
}

const isField = (text: string): text is ColumnField => Object.hasOwn(COLUMN_FIELDS, text);

const wrong = (problem: string) => new CrmError("wrong-input", `Mapping: ${problem}.`);
