import type { Connection } from "mongoose";
import { requireRight } from "../access/actor.js";
import { CrmError } from "../errors/crm-error.js";
import { changeDrop, findDrop } from "./change-drop.js";
import { type Choosing, notOpen } from "./choose.js";
import type { Drop, DroppedFile } from "./drop.js";

/** Whether pressing Import would take this file in. */
export const isImportable = ({ state }: DroppedFile): boolean =>
  state.is === "ready" || state.is === "failed" || (state.is === "known" && state.broken === true);

/**
 * Says yes to a drop: from now on it is taken in, whoever does it. Of several who say yes at once, one does.
 *
 * @returns whether this call was the one; the others learn that it is under way
 * @throws CrmError `forbidden`; `conflict` when it was cancelled; `refused` when there is nothing to take in
 */
export async function acceptDrop(
  db: Connection,
  id: string,
  { actor, now }: Choosing,
): Promise<{ drop: Drop; isFirst: boolean }> {
  const before = await findDrop(db, id);
  requireRight(actor, "change", before.brandId);
  const { drop, changed } = await changeDrop(db, id, (stored) => {
    if (stored.status === "importing" || stored.status === "done") return undefined;
    if (stored.status !== "ready" && stored.status !== "failed") throw notOpen(stored);
    // The brand may have been chosen anew since the right was asked.
    requireRight(actor, "change", stored.brandId);
    if (!stored.files.some(isImportable)) throw nothingToImport(stored);
    const files = stored.files.map((file) => (isImportable(file) ? asImporting(file) : file));
    return { ...stored, files, status: "importing", accepted: { by: actor.id, at: now }, touchedAt: now };
  });
  return { drop, isFirst: changed };
}

function asImporting(file: DroppedFile): DroppedFile {
  const { state } = file;
  const importId = "importId" in state && state.importId !== undefined ? { importId: state.importId } : {};
  return { ...file, state: { is: "importing", ...importId } };
}

const nothingToImport = ({ _id }: Drop): CrmError =>
  new CrmError("refused", `nothing to import in ${_id}`, { say: "There is nothing in these files to take in." });
