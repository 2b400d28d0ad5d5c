import type { RichTextBlock, RichTextElement, RichTextText } from "@slack/types";
import { cutTo } from "./parts.js";
import { inOneLine } from "./text.js";

/** One line of a rich text: nothing that stands in it is read as markup. */
export type RichLine = readonly RichTextElement[];

/** Letters of one value on a card. */
const MOST_VALUE = 300;

export const words = (text: string, style?: RichTextText["style"], most = MOST_VALUE): RichTextText => ({
  type: "text",
  text: cutTo(inOneLine(text), most),
  ...(style ? { style } : {}),
});

/** What holds words together, spaces included. */
export const gap = (text: string): RichTextText => ({ type: "text", text });

const SLACK_USER = /^[UW][A-Z0-9]{4,}$/;

/** A person: with their face where they are of this workspace. Nobody is notified by a rich text of the bot's. */
export const person = (id: string): RichTextElement =>
  SLACK_USER.test(id) ? { type: "user", user_id: id } : words(id, undefined, 80);

/** A link to TikTok; anything else that stands in a link's place is text. */
export function tiktokLink(url: string | undefined, text: string, most = MOST_VALUE): RichTextElement {
  const shown = cutTo(inOneLine(text), most);
  return isTikTok(url) ? { type: "link", url, text: shown } : { type: "text", text: shown };
}

function isTikTok(url: string | undefined): url is string {
  if (url === undefined || url.length > 500 || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" && (hostname === "tiktok.com" || hostname.endsWith(".tiktok.com"));
}

/** Lines below each other; nothing where there are none. */
export function richLines(lines: readonly RichLine[]): RichTextBlock[] {
  const told = lines.map((line) => line.filter((part) => part.type !== "text" || part.text !== ""));
  const elements = told
    .filter((line) => line.length > 0)
    .flatMap((line, at) => (at === 0 ? line : [gap("\n"), ...line]));
  return elements.length === 0 ? [] : [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }];
}

/** A name, its value, and small where it is from; no line where there is no value. */
export function valueLine(name: string, value: RichTextElement | string | undefined, from?: string): RichLine[] {
  if (value === undefined || value === "") return [];
  const shown = typeof value === "string" ? words(value) : value;
  const origin = from ? [gap("   "), words(from, { italic: true })] : [];
  return [[words(name, { bold: true }), gap("  "), shown, ...origin]];
}
