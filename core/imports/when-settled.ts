import { setTimeout as pause } from "node:timers/promises";
import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import type { Import } from "./import.js";
import { importModel } from "./import-model.js";

/** How long between two looks at an import; milliseconds. */
const LOOKS = 1_000;
/** After so many looks whoever waits is told, and looks again later. */
const MOST_LOOKS = 600;

/**
 * Waits for an import that another process takes in or takes back: it finishes that, or whoever takes up what was cut
 * off does.
 *
 * @throws CrmError `conflict` when nobody does for ten minutes
 */
export async function whenSettled(db: Connection, id: string): Promise<Import | null> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const record = await collectionOf(importModel(db)).findOne({ _id: id });
    if (record === null || (record.status !== "running" && record.status !== "undoing")) return record;
    await pause(LOOKS);
  }
  throw new CrmError("conflict", `import ${id} is not finished by anybody`, {
    say: `Another process has begun to work on import ${id} and does not finish it.`,
  });
}
