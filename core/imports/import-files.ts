import type { Connection } from "mongoose";
import { type Actor, requireRight } from "../access/actor.js";
import { nextNumber } from "../mongo/next-number.js";
import { acceptFile, changedFiles } from "./accept-file.js";
import type { Import, ImportProgress } from "./import.js";
import type { InspectedFile, KnownFile } from "./inspect-file.js";
import { newOwner } from "./lease.js";
import { dropFile, keepFile } from "./originals.js";
import { resumeKnown } from "./resume-import.js";
import { type ClaimedImport, runHeld } from "./run-held.js";
import { placeOf } from "./sources/index.js";

/** Who takes files in, and when. */
export interface ImportedBy {
  actor: Actor;
  now: () => Date;
  /** Told as rows are read; `importId` says of which file. */
  progress?: (importId: string, progress: ImportProgress) => void;
}

/** What became of one file. */
export type ImportOutcome = { record: Import } | KnownFile;

/**
 * Takes in files that were inspected: accepts them in the order that makes the result independent of how they were
 * named, keeps their originals, and merges their rows.
 *
 * A file that was taken in before is answered as known; one whose import failed or was cut off is taken up again.
 *
 * @throws CrmError, before anything is merged: `forbidden` for a brand that is not theirs to change, `conflict` for a
 * file that has changed since it was inspected
 */
export async function importFiles(
  db: Connection,
  files: readonly (InspectedFile | KnownFile)[],
  by: ImportedBy,
): Promise<ImportOutcome[]> {
  for (const file of files) requireRight(by.actor, "change", brandOf(file));
  const owner = newOwner();
  const outcomes = new Map<InspectedFile | KnownFile, ClaimedImport | KnownFile>();
  const ordered = [...files].sort(inAcceptanceOrder);
  const ids = await keepOriginals(db, ordered);
  for (const file of ordered) {
    const outcome =
      "known" in file
        ? await resumeKnown(db, file, { owner, now: by.now() })
        : await acceptFile(db, file, { _id: ids.get(file) ?? "", owner, by });
    outcomes.set(file, outcome);
  }
  const claimed = [...outcomes.values()].filter((outcome) => "record" in outcome);
  const done = await runHeld(db, claimed, { owner, now: by.now, progress: by.progress });
  return files.map((file) => {
    const outcome = outcomes.get(file) as ClaimedImport | KnownFile;
    return "known" in outcome ? outcome : { record: done.get(outcome.record._id) ?? outcome.record };
  });
}

function inAcceptanceOrder(a: InspectedFile | KnownFile, b: InspectedFile | KnownFile): number {
  return orderOf(a) - orderOf(b) || (hashOf(a) < hashOf(b) ? -1 : 1);
}

const brandOf = (file: InspectedFile | KnownFile): string =>
  "known" in file ? file.known.brandId : file.accepted.brandId;
const orderOf = (file: InspectedFile | KnownFile): number =>
  placeOf(("known" in file ? file.known.source : file.table.source) ?? "mapped");
const hashOf = (file: InspectedFile | KnownFile): string => ("known" in file ? file.known.sha256 : file.sha256);

/** Gives each new file its id and keeps its original under it. */
async function keepOriginals(
  db: Connection,
  files: readonly (InspectedFile | KnownFile)[],
): Promise<Map<InspectedFile, string>> {
  const ids = new Map<InspectedFile, string>();
  for (const file of files) if (!("known" in file)) ids.set(file, String(await nextNumber(db, "imports")));
  const others: string[] = [];
  await Promise.all(
    [...ids].map(async ([{ file, sha256 }, id]) => {
      if ((await keepFile(db, id, "original", file.open())) !== sha256) others.push(file.name);
    }),
  );
  if (others.length === 0) return ids;
  for (const id of ids.values()) await dropFile(db, id, "original");
  throw changedFiles(others);
}
