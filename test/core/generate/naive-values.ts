/** What a cell says, `undefined` when nothing, `"unreadable"` when it cannot be read: only as far as made files go. */
export interface Said {
  value: string;
  /** Higher beats lower, whatever came first. */
  quality: number;
}

export function isBlank(cell: string | undefined): boolean {
  return ["", "-", "--", "n/a", "null", "none"].includes((cell ?? "").trim().toLowerCase());
}

export function handleIn(cell: string): string | undefined {
  const text = cell.trim().toLowerCase();
  if (isBlank(text)) return undefined;
  const handle = /tiktok\.com\/@([^/?]+)/.exec(text)?.[1] ?? text.replace(/^@+/, "");
  return /^[a-z0-9_.]+$/.test(handle) ? handle : undefined;
}

export function emailIn(cell: string): Said | "unreadable" | undefined {
  const text = cell.trim().toLowerCase();
  if (isBlank(text) || /\*|^test$|^unknown$|@temp\.|@redirect\./.test(text)) return undefined;
  const value = text.split(/[;,\s]+/)[0] ?? "";
  if (!/^[a-z0-9._]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(value)) return "unreadable";
  return { value, quality: value.endsWith("@scs.tiktokw.us") ? 1 : 2 };
}

export function phoneIn(cell: string): Said | "unreadable" | undefined {
  if (isBlank(cell)) return undefined;
  if (/E\+/.test(cell)) return "unreadable";
  const digits = cell.replace(/ ext.*/, "").replace(/[^\d*]/g, "");
  return { value: digits.slice(-10), quality: digits.includes("*") ? 1 : 2 };
}

/** `own`: from columns of its own and not from a parcel. */
export function nameIn(first: string, last: string, own: boolean): Said | undefined {
  const parts = [first, last].map((part) => (isBlank(part) || part.includes("*") ? "" : mended(part.trim())));
  if (parts.every((part) => part === "")) return undefined;
  return { value: parts.join(" ").trim().toLowerCase(), quality: (parts.includes("") ? 0 : 2) + (own ? 1 : 0) };
}

export function recipientIn(cell: string): Said | undefined {
  const [first = "", ...last] = cell.trim().split(/\s+/);
  return nameIn(first, last.join(" "), false);
}

export function addressIn(text: string, complete: boolean): Said | undefined {
  if (isBlank(text)) return undefined;
  const zip = text.trim().replace(/\b(\d{4})$/, "0$1");
  return { value: zip.replace(/[^\p{L}\d]/gu, "").toLowerCase(), quality: complete ? 1 : 0 };
}

/** No amount, or one in dollars. */
export function isForeign(cell: string | undefined): boolean {
  return /€|£|EUR/.test(cell ?? "");
}

export function isImpossible(cell: string | undefined): boolean {
  return /^2026-02-30|^02\/30/.test(cell ?? "");
}

function mended(name: string): string {
  if (!name.includes("Ã")) return name;
  const hyphened = name.replace(/Ã(?=[a-z]|$)/g, "Ã\u00AD");
  return Buffer.from(hyphened, "latin1").toString("utf8");
}
