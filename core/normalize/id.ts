import { isBlank } from "./blank.js";
import { cellText } from "./cell-text.js";
import { quote } from "./quote.js";
import { type Read, Unreadable } from "./unreadable.js";

const DIGITS = /^\d+$/;
/** TikTok's ids have 19 digits; nothing longer than this is one. */
const LONGEST = 32;
const FLOAT = /^\d+(?:[.,]\d+)?e\+?\d+$/i;
/** `1729384.0`: what a table program makes of a column of ids with gaps. */
const WHOLE_FLOAT = /^(\d+)\.0+$/;
/** A number of up to 15 digits comes out of floating point as it went in. */
const EXACT_DIGITS = 15;
/** The video's number in a link: `/@name/video/7…`, a photo post, TikTok's player, and the old `m.tiktok.com/v/7….html`. */
const VIDEO_LINK =
  /^(?:https?:\/\/)?(?:www\.|m\.)?tiktok\.com\/(?:(?:@|%40)[^/?#\s]*\/(?:video|photo)|v|player\/v1|embed(?:\/v2)?)\/(\d+)(?:\.html)?(?:[/?#]\S*)?$/i;

/** An order's, product's, SKU's, user's or video's id: its digits as text, since 19 of them do not fit a number. */
export function normalizeId(cell: string): Read<string> {
  const text = withoutApostrophe(cellText(cell));
  if (isBlank(text)) return undefined;
  if (text.length <= LONGEST && DIGITS.test(text)) return text;

  const whole = WHOLE_FLOAT.exec(text)?.[1];
  if (whole !== undefined && whole.length <= EXACT_DIGITS) return whole;
  if (whole !== undefined || FLOAT.test(text)) {
    return new Unreadable(`${quote(text)} is an id that a spreadsheet turned into a number; export it again as CSV`);
  }
  return new Unreadable(`${quote(text)} is no id; expected digits only`);
}

/** The id of the video that a link on tiktok.com leads to; an id that stands there alone is taken as it is. */
export function videoIdOf(link: string): Read<string> {
  const text = withoutApostrophe(cellText(link));
  if (isBlank(text)) return undefined;
  const id = VIDEO_LINK.exec(text)?.[1];
  if (id !== undefined && id.length <= LONGEST) return id;
  if (!text.includes("/")) return normalizeId(text);
  return new Unreadable(`${quote(text)} does not name its video; expected a link like tiktok.com/@name/video/7123`);
}

/** `'7690…` is how a spreadsheet marks digits as text. */
function withoutApostrophe(text: string): string {
  return text.startsWith("'") ? text.replace(/^'+/, "").trim() : text;
}
