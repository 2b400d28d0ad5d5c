import type { DataTableBlock, KnownBlock, RichTextBlock, TaskCardBlock } from "@slack/types";
import { section, small } from "./parts.js";

/** The kinds Roster sends that not every Slack takes yet. */
const NEW_KINDS = new Set<KnownBlock["type"]>(["data_table", "plan", "task_card"]);

export const hasNewKinds = (blocks: readonly KnownBlock[]): boolean => blocks.some(({ type }) => NEW_KINDS.has(type));

/** Blocks in one message. */
const MOST_BLOCKS = 50;

/** The same content in kinds that every Slack takes. What is an old kind stays as it is. */
export function plainBlocks(blocks: readonly KnownBlock[]): KnownBlock[] {
  const plain = blocks.flatMap(plainBlock);
  if (plain.length <= MOST_BLOCKS) return plain;
  const left = plain.length - MOST_BLOCKS + 1;
  return [...plain.slice(0, MOST_BLOCKS - 1), small(`${left} more parts are left out here.`)];
}

function plainBlock(block: KnownBlock): KnownBlock[] {
  switch (block.type) {
    case "data_table":
      return [small(block.caption), ...tableLines(block)];
    case "plan":
      return [section(block.title), ...(block.tasks ?? []).filter(isTask).flatMap(plainBlock)];
    case "task_card":
      return [
        small(`${MARKS[block.status]} ${block.title}`),
        ...[block.details, block.output].filter((text) => text !== undefined),
      ];
    default:
      return [block];
  }
}

const isTask = (task: Record<string, unknown> | TaskCardBlock): task is TaskCardBlock => task.type === "task_card";

const MARKS = { pending: "○", in_progress: "◐", complete: "●", error: "✕" } as const;

/** Lines of one letter width; a cell's letters beyond this are left out. */
const MOST_CELL = 28;
/** Letters of one rich text: with what stands beside it the message stays below what Slack takes. */
const MOST_LETTERS = 9_500;

/** A table as lines of one letter width. */
function tableLines({ rows }: DataTableBlock): KnownBlock[] {
  const texts = rows.map((row) => row.map(cellText));
  const widths = (texts[0] ?? []).map((_, at) =>
    Math.min(MOST_CELL, Math.max(...texts.map((row) => row[at]?.length ?? 0))),
  );
  const lines = texts.map((row) =>
    row
      .map((text, at) => text.slice(0, widths[at]).padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const shown = linesThatFit(lines);
  const left = lines.length - shown.length;
  return [
    preformatted(shown.join("\n")),
    ...(left > 0 ? [small(`${left} more rows are left out here: this Slack shows no tables.`)] : []),
  ];
}

function linesThatFit(lines: readonly string[]): string[] {
  let room = MOST_LETTERS;
  return lines.filter((line) => {
    room -= line.length + 1;
    return room >= 0;
  });
}

const preformatted = (text: string): RichTextBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_preformatted", elements: [{ type: "text", text: text || " " }] }],
});

function cellText(cell: DataTableBlock["rows"][number][number]): string {
  if (cell.type !== "rich_text") return cell.text ?? "";
  return cell.elements.flatMap((part) => part.elements.map(elementText)).join("");
}

function elementText(element: object): string {
  if ("text" in element && typeof element.text === "string") return element.text;
  if ("url" in element && typeof element.url === "string") return element.url;
  return "";
}
