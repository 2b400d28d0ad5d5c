/** What of a record may hold contacts. Everything else of it passes. */
export interface WithContacts {
  email?: string;
  phone?: string;
  address?: { line1?: string; line2?: string; zip?: string };
}

const STARS = "***";

/** `mia@example.com` as `m***@e***.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  if (at < 1) return STARS;
  const host = email.slice(at + 1);
  const dot = host.lastIndexOf(".");
  return `${email.slice(0, 1)}${STARS}@${host.slice(0, 1)}${STARS}${dot < 0 ? "" : host.slice(dot)}`;
}

/** Digits shown before and after the stars: the country and area code, and enough to recognise a number one knows. */
const [SHOWN_FIRST, SHOWN_LAST] = [5, 2] as const;

/** `+18325550159` as `+1832*****59`, the way TikTok masks. */
export function maskPhone(phone: string): string {
  const hidden = phone.length - SHOWN_FIRST - SHOWN_LAST;
  if (hidden < 3) return STARS;
  return `${phone.slice(0, SHOWN_FIRST)}${"*".repeat(hidden)}${phone.slice(-SHOWN_LAST)}`;
}

/** A record as viewers see it: e-mail and phone masked, of the address only the city, state and country. */
export function maskContacts<R extends WithContacts>(record: R): R {
  const masked = { ...record };
  if (record.email !== undefined) masked.email = maskEmail(record.email);
  if (record.phone !== undefined) masked.phone = maskPhone(record.phone);
  if (record.address !== undefined) {
    const { line1: _, line2: __, zip: ___, ...rest } = record.address;
    masked.address = rest;
  }
  return masked;
}
