import type { LinkStatus } from "../creators/brand-creator.js";
import type { Address, Badge, Name } from "../creators/creator.js";
import { CrmError } from "../errors/crm-error.js";
import {
  addressOf,
  nameOf,
  normalizeAddress,
  normalizeBadge,
  normalizeEmail,
  normalizeName,
  normalizePhone,
  stateCodeOf,
  Unreadable,
  zipFitsState,
} from "../normalize/index.js";
import type { Editable } from "./editable.js";

/** The mistake of a value, in one sentence that says what was expected and what was got. */
export const wrongValue = (field: Editable, reason: string): CrmError =>
  new CrmError("wrong-input", `value for ${field}`, { say: `${field}: ${reason}.` });

/** An e-mail address that can be written to; `null` clears. */
export function readEmail(text: string): string | null {
  const read = normalizeEmail(text);
  if (read === undefined) return null;
  if (read instanceof Unreadable) throw wrongValue("email", read.reason);
  if (read.quality === "placeholder") {
    throw wrongValue("email", `"${text.trim()}" stands in place of an address; expected one such as name@example.com`);
  }
  return read.value;
}

/** A full phone number; `null` clears. */
export function readPhone(text: string, brandCountry: string): string | null {
  const read = normalizePhone(text, brandCountry);
  if (read instanceof Unreadable) throw wrongValue("phone", read.reason);
  if (read?.masked || (read === undefined && text.includes("*"))) {
    throw wrongValue("phone", `"${text.trim()}" is masked; expected every digit, such as +1 832 555 0159`);
  }
  return read?.value ?? null;
}

/** A whole name in one line; `null` clears. */
export function readName(text: string): Name | null {
  const name = normalizeName(text);
  if (name === undefined && text.trim() !== "") throw notAName("name", text);
  return name ?? null;
}

/** A name with one or both of its parts changed; an empty part is cleared. */
export function readNameParts(current: Name | undefined, parts: { first?: string; last?: string }): Name | null {
  for (const part of ["first", "last"] as const) {
    const text = parts[part];
    if (text === undefined || text.trim() === "") continue;
    if (nameOf({ [part]: text })?.[part] === undefined) throw notAName(`${part}Name`, text);
  }
  const { first, last } = { ...current, ...parts };
  return nameOf({ first, last }) ?? null;
}

const notAName = (field: Editable, text: string) =>
  wrongValue(field, `"${text.trim()}" is no name; expected letters, and nothing masked`);

/** A whole address in one line; `null` clears. */
export function readAddress(text: string, brandCountry: string): Address | null {
  const address = normalizeAddress(text, brandCountry);
  if (address instanceof Unreadable) throw wrongValue("address", address.reason);
  if (address === undefined && text.trim() !== "") throw wrongValue("address", `"${text.trim()}" is no address`);
  if (address !== undefined && !zipAgrees(address)) throw wrongZip("address", address);
  return address ?? null;
}

/** An address with some of its parts changed; an empty part is cleared. */
export function readAddressParts(
  current: Address | undefined,
  parts: { [Part in keyof Address]?: string },
  brandCountry: string,
): Address | null {
  const cells = { ...current, ...parts };
  const address = addressOf(cells, brandCountry);
  if (address instanceof Unreadable) throw wrongValue("country", address.reason);
  for (const part of Object.keys(parts) as (keyof Address)[]) {
    const text = parts[part]?.trim() ?? "";
    if (text !== "" && address?.[part] === undefined) throw wrongPart(part, text);
  }
  if (address?.country === "US") requireUsForms(address, parts);
  const onlyCountry = address && Object.keys(address).every((part) => part === "country");
  // A country that nobody named is no address.
  return address === undefined || (onlyCountry && !cells.country?.trim()) ? null : address;
}

/** What is set has to agree with what stays. */
function requireUsForms(address: Address, { state, zip }: { [Part in keyof Address]?: string }): void {
  if (state?.trim() && stateCodeOf(address.state ?? "") === undefined) throw wrongPart("state", state.trim());
  if ((state?.trim() || zip?.trim()) && !zipAgrees(address)) throw wrongZip(zip?.trim() ? "zip" : "state", address);
}

/** Whether an address can be one place: in the US the first digits of the ZIP code say the state. */
const zipAgrees = ({ country, state, zip }: Address): boolean =>
  country !== "US" ||
  state === undefined ||
  zip === undefined ||
  stateCodeOf(state) === undefined ||
  zipFitsState(zip, state);

const wrongZip = (field: Editable, { state, zip }: Address) =>
  wrongValue(
    field,
    `${zip} is no ZIP code of ${state}; expected a state and a ZIP code of the same place, such as TX 78701`,
  );

const PART_EXPECTED: Partial<Record<keyof Address, string>> = {
  state: "a state of the US such as TX or Texas",
  zip: "a ZIP code of that state, such as 78701",
};

const wrongPart = (part: keyof Address, text: string) =>
  wrongValue(part, `expected ${PART_EXPECTED[part] ?? "a text, and nothing masked"}, got "${text}"`);

/** A badge; `null` says that the creator has none. */
export function readBadge(text: string): Badge | null {
  const badge = normalizeBadge(text);
  if (badge instanceof Unreadable) throw wrongValue("badge", badge.reason);
  return badge ?? null;
}

const LINK_STATUSES = ["active", "inactive", "blocked"] as const satisfies readonly LinkStatus[];

export function readStatus(text: string): LinkStatus {
  const status = LINK_STATUSES.find((known) => known === text.trim().toLowerCase());
  if (status === undefined) throw wrongValue("status", `expected ${LINK_STATUSES.join(", ")}; got "${text.trim()}"`);
  return status;
}

const YES = new Set(["yes", "y", "true", "1", "on"]);
const NO = new Set(["no", "n", "false", "0", "off"]);

export function readYesNo(field: Editable, text: string): boolean {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw wrongValue(field, `expected yes or no, got "${text.trim()}"`);
}
