import { type Inline, plain } from "./inline.js";
import { type Part, partAt } from "./part-at.js";
import { safeUrl } from "./safe-url.js";

const around =
  (kind: "bold" | "italic" | "strike"): Part[1] =>
  ([, inside = ""]) => ({ kind, inside: parseMarkdownLine(inside) });

/** What can begin at a place, tried in this order. */
const PARTS: readonly Part[] = [
  [/\\([\\`*_{}[\]()#+.!~|>-])/y, ([, sign = ""]) => plain(sign)],
  [/`([^`\n]+)`/y, ([, text = ""]) => ({ kind: "code", text })],
  [/\[([^\]\n]+)\]\(([^)\s]+)\)/y, ([, label = "", url = ""]) => linkTo(url, parseMarkdownLine(label))],
  [/<(https?:\/\/[^>\s]+)>/y, ([, url = ""]) => linkTo(url, [plain(url)])],
  [/\*\*(?=\S)(.+?)(?<=\S)\*\*/y, around("bold")],
  [/__(?=\S)(.+?)(?<=\S)__/y, around("bold")],
  [/~~(?=\S)(.+?)(?<=\S)~~/y, around("strike")],
  [/\*(?=\S)([^*\n]+?)(?<=\S)\*/y, around("italic")],
  [/(?<![\p{L}\p{N}])_(?=\S)([^_\n]+?)(?<=\S)_(?![\p{L}\p{N}])/uy, around("italic")],
  [/:([a-z0-9_+'-]+):/y, ([, name = ""]) => ({ kind: "emoji", name })],
  [/https?:\/\/[^\s<>|`]*[^\s<>|`.,;:!?'")\]}]/y, ([url]) => linkTo(url, [plain(url)])],
  [/\n/y, () => ({ kind: "break" })],
];

/** Markdown inside a paragraph. */
export function parseMarkdownLine(text: string): Inline[] {
  const found: Inline[] = [];
  let textFrom = 0;
  for (let at = 0; at < text.length; ) {
    const part = partAt(PARTS, text, at);
    if (!part) {
      at += 1;
      continue;
    }
    if (at > textFrom) found.push(plain(text.slice(textFrom, at)));
    found.push(part.inline);
    at = part.end;
    textFrom = at;
  }
  if (textFrom < text.length) found.push(plain(text.slice(textFrom)));
  return found;
}

function linkTo(unsafeUrl: string, inside: Inline[]): Inline {
  const url = safeUrl(unsafeUrl);
  return url ? { kind: "link", url, inside } : { kind: "italic", inside };
}
