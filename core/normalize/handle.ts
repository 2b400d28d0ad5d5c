import { isBlank } from "./blank.js";
import { cellText } from "./cell-text.js";
import { quote } from "./quote.js";
import { type Read, Unreadable } from "./unreadable.js";

/** What TikTok lets a username consist of. */
const HANDLE = /^[a-z0-9_.]+$/;
/** TikTok's usernames end at 24 characters; the room above it is for old ones, not for pasted texts. */
const LONGEST = 64;
/** A profile or one of its videos: `tiktok.com/@name`, `https://www.tiktok.com/@name/video/1?lang=en`. */
const PROFILE_LINK = /^(?:https?:\/\/)?(?:www\.|m\.)?tiktok\.com\/(?:@|%40)([^/?#\s]+)(?:[/?#]\S*)?$/i;
const SHORT_LINK = /^(?:https?:\/\/)?(?:(?:vm|vt)\.tiktok\.com\/|(?:www\.|m\.)?tiktok\.com\/t\/)/i;
const LINK = /^https?:|\//i;
const TOTALS = new Set(["summary", "total", "totals", "grand total"]);

/** A TikTok username out of a cell: lower case, without `@`, taken out of a profile or video link. */
export function normalizeHandle(cell: string): Read<string> {
  const text = cellText(cell);
  if (isBlank(text)) return undefined;

  const named = text.includes("/") ? (PROFILE_LINK.exec(text)?.[1] ?? text) : text;
  const handle = withoutAts(named).toLowerCase();
  if (isBlank(handle) && handle !== "") return undefined;
  if (handle.length <= LONGEST && HANDLE.test(handle)) return handle;
  return new Unreadable(reasonAgainst(text, handle));
}

/** Whether a link names nobody: only TikTok's server knows where it leads. */
export const isShortLink = (text: string): boolean => SHORT_LINK.test(text);

/** Whether the cell in the handle's place marks a row of sums, which is no creator. A handle `@total` is one. */
export function isTotal(cell: string): boolean {
  return TOTALS.has(cell.trim().toLowerCase());
}

function withoutAts(text: string): string {
  let start = 0;
  while (text[start] === "@") start += 1;
  return start === 0 ? text : text.slice(start).trim();
}

function reasonAgainst(text: string, handle: string): string {
  if (isShortLink(text)) {
    return `${quote(text)} is a short link that does not name its creator; expected a link like tiktok.com/@name`;
  }
  if (LINK.test(text)) return `${quote(text)} is no link to a TikTok profile; expected one like tiktok.com/@name`;
  if (HANDLE.test(handle)) return `${quote(text)} is longer than any TikTok handle`;
  return `${quote(text)} is no TikTok handle; expected letters a to z, digits, "_" and "." only`;
}
