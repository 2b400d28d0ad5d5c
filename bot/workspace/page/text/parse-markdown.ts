import type { Inline, Passage } from "./inline.js";
import { parseMarkdownLine } from "./parse-markdown-line.js";

const HEADING = /^(#{1,6})\s+(.*)$/;
const RULE = /^(?:-{3,}|\*{3,}|_{3,})\s*$/;
const QUOTE = /^>\s?/;
const ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/;
const ROW = /^\s*\|.*\|\s*$/;
const DASHES = /^\s*\|[\s:|-]+\|\s*$/;
const FENCE = /^```/;

/** The markdown of a `markdown` block as data: headings, lists, quotes, code, tables and rules. */
export function parseMarkdown(text: string): Passage[] {
  const lines = text.split("\n");
  const passages: Passage[] = [];
  while (lines.length > 0) {
    const next = readPassage(lines);
    if (next) passages.push(next);
  }
  return passages;
}

/** Takes the lines of one passage off the front. */
function readPassage(lines: string[]): Passage | undefined {
  const [first = ""] = lines;
  if (first.trim() === "") return void lines.shift();
  if (FENCE.test(first)) return readCode(lines);
  const heading = HEADING.exec(first);
  if (heading) {
    lines.shift();
    return { kind: "heading", level: heading[1]?.length ?? 1, inside: parseMarkdownLine(heading[2] ?? "") };
  }
  if (RULE.test(first)) {
    lines.shift();
    return { kind: "rule" };
  }
  if (QUOTE.test(first)) {
    return { kind: "quote", inside: parseTogether(takeWhile(lines, QUOTE).map((line) => line.replace(QUOTE, ""))) };
  }
  if (ITEM.test(first)) return readList(takeWhile(lines, ITEM));
  if (ROW.test(first)) return readTable(takeWhile(lines, ROW));
  return { kind: "paragraph", inside: parseTogether(takeParagraph(lines)) };
}

function readCode(lines: string[]): Passage {
  lines.shift();
  const end = lines.findIndex((line) => FENCE.test(line));
  const code = lines.splice(0, end < 0 ? lines.length : end);
  lines.shift();
  return { kind: "pre", text: code.join("\n") };
}

function readList(lines: string[]): Passage {
  const start = ITEM.exec(lines[0] ?? "")?.[1];
  const items = lines.map((line) => parseMarkdownLine(ITEM.exec(line)?.[2] ?? ""));
  return { kind: "list", ordered: start !== undefined, start: Number(start ?? 1), items };
}

function readTable(lines: string[]): Passage {
  const rows = lines
    .filter((line) => !DASHES.test(line))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split("|")
        .map((cell) => parseMarkdownLine(cell.trim())),
    );
  return { kind: "table", rows };
}

function takeWhile(lines: string[], pattern: RegExp): string[] {
  const end = lines.findIndex((line) => !pattern.test(line));
  return lines.splice(0, end < 0 ? lines.length : end);
}

const STARTS = [HEADING, RULE, QUOTE, ITEM, ROW, FENCE];

function takeParagraph(lines: string[]): string[] {
  const end = lines.findIndex((line, at) => at > 0 && (line.trim() === "" || STARTS.some((start) => start.test(line))));
  return lines.splice(0, end < 0 ? lines.length : end);
}

const parseTogether = (lines: string[]): Inline[] => parseMarkdownLine(lines.join("\n"));
