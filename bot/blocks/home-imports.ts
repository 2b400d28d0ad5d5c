import type { KnownBlock } from "@slack/types";
import type { Import } from "../../core/imports/index.js";
import { counted } from "../in-words.js";
import { progressInWords } from "../progress-in-words.js";
import { header, section } from "./parts.js";

/** What is being taken in now, and what was last. */
export function homeImports(running: readonly Import[], recent: readonly Import[]): KnownBlock[] {
  if (running.length + recent.length === 0) return [];
  return [header("Imports"), section([...running.map(runningLine), ...recent.map(recentLine)].join("\n"))];
}

function runningLine({ file, status, progress }: Import): string {
  if (status === "undoing") return `⏳ ${file}: being taken back`;
  return `⏳ ${file}: ${progress ? progressInWords(progress) : "waiting"}`;
}

function recentLine({ file, source, status, report, rows, error }: Import): string {
  const count = report?.rows ?? rows;
  const facts = [
    ...(source === undefined ? [] : [source]),
    ...(count === undefined ? [] : [counted(count, "row")]),
    ...(report && report.creators.new > 0 ? [counted(report.creators.new, "new creator")] : []),
    ...(status === "done" ? [] : [status]),
    ...(error === undefined ? [] : [error]),
  ];
  return `${status === "done" ? "✓" : status === "failed" ? "✗" : "↩"} ${file}: ${facts.join(", ")}`;
}
