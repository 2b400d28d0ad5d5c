import type { KnownBlock } from "@slack/types";
import { DateTime } from "luxon";
import type { Brand } from "../../core/brands/index.js";
import { type Import, type ImportPage, labelOf } from "../../core/imports/index.js";
import { counted } from "../in-words.js";
import type { SlackMessage } from "../send-with-fallback.js";
import { fitLines } from "./fit-lines.js";
import { changeLines, rejectedWords } from "./import-report.js";
import { actions, button, section } from "./parts.js";
import { gap, person, type RichLine, richLines, words } from "./rich.js";
import { messageText } from "./text.js";

export interface ImportHistory extends ImportPage {
  brands: ReadonlyMap<string, Brand>;
  /** Whether the person may undo imports of a brand. */
  mayUndo: (brandId: string) => boolean;
}

/** What was taken in, newest first, each with its undo. */
export function importHistory({ imports, next, brands, mayUndo }: ImportHistory): SlackMessage {
  if (imports.length === 0) {
    const say = "Nothing has been imported yet. Drop a CSV or XLSX export into a channel.";
    return { text: say, blocks: [section(say)] };
  }
  const blocks = imports.flatMap((record) => importBlocks(record, brands.get(record.brandId), mayUndo(record.brandId)));
  const older = next ? [actions(button("Older", { id: "import-older", value: { before: next } }))] : [];
  return { text: messageText(`The last ${counted(imports.length, "import")}`), blocks: [...blocks, ...older] };
}

/** Letters of one import: ten of them have to fit into a message. */
const MOST_OF_IMPORT = 1_000;

function importBlocks(record: Import, brand: Brand | undefined, mayUndo: boolean): KnownBlock[] {
  const canUndo = mayUndo && !record.foldedAt && (record.status === "done" || record.status === "failed");
  const undo = button("Undo", { id: `import-undo-${record._id}`, value: { import: record._id } });
  return [...richLines(fitLines(importLines(record, brand), MOST_OF_IMPORT)), ...(canUndo ? [actions(undo)] : [])];
}

function importLines(record: Import, brand: Brand | undefined): RichLine[] {
  const { _id, file, source, mapping, report, receivedAt, by } = record;
  const at = DateTime.fromJSDate(receivedAt, { zone: brand?.zone ?? "UTC" }).toFormat("yyyy-LL-dd HH:mm");
  const what = mapping ? `"${mapping.name}"` : source === undefined ? "" : labelOf(source);
  const facts = [what, brand?.name ?? "", report ? counted(report.rows, "row") : ""].filter((fact) => fact !== "");
  return [
    [words(`${_id}  ${file}`, { bold: true }, 120), gap("  "), words(facts.join(", "))],
    [words(`${at}, by`), gap(" "), person(by), gap("  "), words(stateWords(record))],
    ...(report && record.status === "done" ? [...changeLines(report, "did"), ...rejectedWords(report)] : []).map(
      (text): RichLine => [words(text)],
    ),
  ];
}

function stateWords({ status, error }: Import): string {
  if (status === "done") return "";
  if (status === "failed") return `failed: ${error ?? "the log says why"}`;
  if (status === "undone") return "undone";
  return status === "undoing" ? "being undone" : "being taken in";
}
