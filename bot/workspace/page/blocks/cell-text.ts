import type { RawNumberElement, RawTextElement, RichTextBlock, RichTextElement } from "@slack/types";

export type Cell = RawTextElement | RawNumberElement | RichTextBlock;

/** The words of a cell, to filter and sort by. */
export function cellText(cell: Cell): string {
  return cell.type === "rich_text" ? richWords(cell) : cell.text;
}

/** Numbers by value, with words after them; words by the alphabet, digits in them by value. */
export function compareCells(one: Cell | undefined, other: Cell | undefined): number {
  const [left, right] = [one, other].map((cell) => (cell?.type === "raw_number" ? cell.value : undefined));
  if (left !== undefined && right !== undefined) return left - right;
  if (left !== undefined || right !== undefined) return left === undefined ? 1 : -1;
  return alphabet.compare(one ? cellText(one) : "", other ? cellText(other) : "");
}

const alphabet = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function richWords({ elements }: RichTextBlock): string {
  const sections = elements.flatMap((part) => (part.type === "rich_text_list" ? part.elements : [part]));
  return sections.flatMap(({ elements }) => elements.map(runWords)).join(" ");
}

function runWords(run: RichTextElement): string {
  if (run.type === "text") return run.text;
  if (run.type === "link") return run.text ?? run.url;
  if (run.type === "emoji") return run.name;
  return "";
}
