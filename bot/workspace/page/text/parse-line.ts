import { type Inline, plain } from "./inline.js";
import { parseControl, unescapeText } from "./parse-control.js";
import { type Part, partAt } from "./part-at.js";
import { safeUrl } from "./safe-url.js";

const MARKS = { "*": "bold", _: "italic", "~": "strike" } as const;

const CONTROL = /<([^<>\n]+)>/y;
const CODE = /`([^`\n]+)`/y;
const EMOJI = /:([a-z0-9_+'-]+):/y;
const LINK = /https?:\/\/[^\s<>|`]*[^\s<>|`.,;:!?'")\]}]/y;
const BREAK = /\n/y;

/** What can begin at a place, tried in this order. */
const PARTS: readonly Part[] = [
  [CONTROL, ([, inside = ""]) => parseControl(inside)],
  [CODE, ([, text = ""]) => ({ kind: "code", text: unescapeText(text) })],
  [EMOJI, ([, name = ""]) => ({ kind: "emoji", name })],
  [LINK, ([text]) => linkTo(unescapeText(text))],
  [BREAK, () => ({ kind: "break" })],
];

/** mrkdwn without its blocks: a mark opens after a space or a sign and closes before one, as in Slack. */
export function parseLine(text: string): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  let textFrom = 0;
  const keepText = () => {
    if (at > textFrom) found.push(plain(unescapeText(text.slice(textFrom, at))));
  };
  while (at < text.length) {
    const part = partAt(PARTS, text, at) ?? markedAt(text, at);
    if (part) {
      keepText();
      found.push(part.inline);
      at = part.end;
      textFrom = at;
    } else at += 1;
  }
  keepText();
  return found;
}

function markedAt(text: string, at: number): { inline: Inline; end: number } | undefined {
  const end = markEnd(text, at);
  if (end === undefined) return undefined;
  const kind = MARKS[text[at] as keyof typeof MARKS];
  return { inline: { kind, inside: parseLine(text.slice(at + 1, end)) }, end: end + 1 };
}

/** Where the mark that opens here closes, in the same line. */
function markEnd(text: string, at: number): number | undefined {
  const mark = text[at] ?? "";
  if (!(mark in MARKS) || isWord(text[at - 1]) || isBlank(text[at + 1]) || text[at + 1] === mark) return undefined;
  for (let end = text.indexOf(mark, at + 1); end > 0; end = text.indexOf(mark, end + 1)) {
    if (text.slice(at, end).includes("\n")) return undefined;
    if (!isBlank(text[end - 1]) && !isWord(text[end + 1])) return end;
  }
  return undefined;
}

function linkTo(text: string): Inline {
  const url = safeUrl(text);
  return url ? { kind: "link", url, inside: [plain(text)] } : plain(text);
}

const isBlank = (char: string | undefined): boolean => char === undefined || /\s/.test(char);
const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
