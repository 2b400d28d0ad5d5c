import { PassThrough } from "node:stream";
import type { Connection } from "mongoose";
import { csvLine } from "../text/csv-line.js";
import { keepFile } from "./originals.js";

/** A row, or a value of it, that was not taken in: the original cells, the line, and the reason. */
export interface Rejection {
  line: number;
  /** `row`: nothing of the row was taken. `value`: the rest of the row was. */
  what: "row" | "value";
  reason: string;
  cells: readonly string[];
}

/** Gathers what was rejected into a CSV file that is kept beside the original. */
export interface RejectedFile {
  add(rejection: Rejection): Promise<void>;
  close(): Promise<void>;
}

/** The file is begun at the first rejection: an import without any keeps none. */
export function rejectedFile(db: Connection, importId: string, headers: readonly string[]): RejectedFile {
  let content: PassThrough | undefined;
  let kept: Promise<unknown> | undefined;
  return {
    async add({ line, what, reason, cells }) {
      if (content === undefined) {
        content = new PassThrough();
        kept = keepFile(db, importId, "rejected", content);
        kept.catch(() => content?.destroy());
        content.write(`\uFEFF${csvLine(["Line", "Rejected", "Reason", ...headers])}`);
      }
      if (!content.write(csvLine([String(line), what, reason, ...cells]))) await drained(content);
    },
    async close() {
      content?.end();
      await kept;
    },
  };
}

async function drained(stream: PassThrough): Promise<void> {
  if (stream.destroyed) return;
  await new Promise<void>((resolve) => {
    stream.once("drain", resolve);
    stream.once("close", resolve);
  });
}
