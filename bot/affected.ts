import type { UndoReport } from "../core/imports/index.js";
import { listInWords } from "../core/text/index.js";
import { counted } from "./in-words.js";

/** What an undo takes back or changes: "499 creators, 12 samples and 499 snapshots". */
export function affected({ creators, samples, videos, snapshots }: UndoReport): string {
  if (creators + samples + videos + snapshots === 0) return "only what it says of products";
  const parts = [
    counted(creators, "creator"),
    ...(samples > 0 ? [counted(samples, "sample")] : []),
    ...(videos > 0 ? [counted(videos, "video")] : []),
    ...(snapshots > 0 ? [counted(snapshots, "snapshot")] : []),
  ];
  return listInWords(parts);
}
