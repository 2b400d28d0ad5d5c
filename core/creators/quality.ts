import type { Address, Name } from "./creator.js";

/**
 * How good a value is: a better one is current whichever import came first, and only among equals the first one is.
 * Masked and forwarding values can be used, and give way to a full one.
 */
export const PHONE_QUALITY = { masked: 1, full: 2 } as const;
export const EMAIL_QUALITY = { forwarding: 1, real: 2 } as const;

/** A complete name beats a part; then columns of their own beat a recipient's name that was split. */
export function nameQuality(name: Name, own: boolean): number {
  const complete = name.first !== undefined && name.last !== undefined;
  return (complete ? 3 : 1) + (own ? 1 : 0);
}

/** Complete: line1, city and zip; abroad line1 and country. */
export function isCompleteAddress(address: Address, brandCountry: string): boolean {
  if (!address.line1) return false;
  const abroad = address.country !== undefined && address.country !== brandCountry;
  return abroad || (address.city !== undefined && address.zip !== undefined);
}

export function addressQuality(address: Address, brandCountry: string): number {
  return isCompleteAddress(address, brandCountry) ? 2 : 1;
}
