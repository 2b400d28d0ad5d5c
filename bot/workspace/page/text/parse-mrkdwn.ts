import type { Passage } from "./inline.js";
import { unescapeText } from "./parse-control.js";
import { parseLine } from "./parse-line.js";

const FENCE = /```\n?([\s\S]*?)\n?```\n?/g;
const QUOTE = /^(?:&gt;|>) ?/;

/** Slack's mrkdwn as data. Nothing in it can become HTML: what is not understood stays text. */
export function parseMrkdwn(text: string): Passage[] {
  const passages: Passage[] = [];
  let from = 0;
  for (const found of text.matchAll(FENCE)) {
    passages.push(...parseLines(text.slice(from, found.index).replace(/\n$/, "")));
    passages.push({ kind: "pre", text: unescapeText(found[1] ?? "") });
    from = found.index + found[0].length;
  }
  passages.push(...parseLines(text.slice(from)));
  return passages;
}

/** Lines that follow each other and are of one kind, quoted or not, stand together. */
function parseLines(text: string): Passage[] {
  if (text === "") return [];
  const groups: { quoted: boolean; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const quoted = QUOTE.test(line);
    const last = groups.at(-1);
    const bare = quoted ? line.replace(QUOTE, "") : line;
    if (last?.quoted === quoted) last.lines.push(bare);
    else groups.push({ quoted, lines: [bare] });
  }
  return groups.map(({ quoted, lines }) => ({
    kind: quoted ? "quote" : "paragraph",
    inside: parseLine(lines.join("\n")),
  }));
}
