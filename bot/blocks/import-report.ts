import type { ImportReport } from "../../core/imports/index.js";
import { counted } from "../in-words.js";

/** What an import changed, or would change, by entity: a line each; what stays as it is is left out. */
export function changeLines(report: ImportReport, tense: "did" | "would"): string[] {
  const { creators, samples, videos, products, snapshots, outranked } = report;
  const lines = [
    line("Creators", [
      [creators.new, "new"],
      [creators.known, "known"],
      [creators.filled, `${creators.filled === 1 ? "field" : "fields"} ${tense === "did" ? "filled" : "to fill"}`],
      [creators.alternatives, `${creators.alternatives === 1 ? "alternative" : "alternatives"} to look at`],
    ]),
    line("Samples", factParts(samples)),
    line("Videos", factParts(videos)),
    line("Products", factParts(products)),
    line("Figures", [[snapshots.new, snapshots.new === 1 ? "new snapshot" : "new snapshots"]]),
    ...outranked.map(({ brand, samples: count }) => `${counted(count, "sample")} of ${brand} already: they stay there`),
  ].filter((text) => text !== undefined);
  return lines.length === 0 ? [nothingWords(report, tense)] : lines;
}

function nothingWords({ rows, rejected }: ImportReport, tense: "did" | "would"): string {
  if (rejected === rows) return `None of its rows ${tense === "did" ? "could" : "can"} be taken in.`;
  return tense === "did" ? "It changed nothing: all of it was known." : "It would change nothing: all of it is known.";
}

type Part = [count: number, words: string];

const factParts = ({ new: isNew, updated }: { new: number; updated: number }): Part[] => [
  [isNew, "new"],
  [updated, "updated"],
];

function line(name: string, parts: readonly Part[]): string | undefined {
  const told = parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count.toLocaleString("en-US")} ${words}`);
  return told.length === 0 ? undefined : `${name}: ${told.join("  ·  ")}`;
}

/** What was, or would be, rejected; nothing where all was read. */
export function rejectedWords({ rejected, rejectedValues }: ImportReport): string[] {
  const parts = [
    ...(rejected > 0 ? [counted(rejected, "row")] : []),
    ...(rejectedValues > 0 ? [counted(rejectedValues, "unreadable value")] : []),
  ];
  return parts.length === 0 ? [] : [`Rejected: ${parts.join(", ")}`];
}
