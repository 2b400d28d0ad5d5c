import type { Connection } from "mongoose";
import { type Actor, requireRight } from "../access/actor.js";
import { allBrands } from "../brands/find-brand.js";
import { CrmError } from "../errors/crm-error.js";
import { makeMapping } from "../imports/mappings/make-mapping.js";
import { saveMapping } from "../imports/mappings/save-mapping.js";
import { changeDrop, findDrop, withFile } from "./change-drop.js";
import type { Drop, DroppedFile, DropStatus } from "./drop.js";
import { dropBytes } from "./kept-bytes.js";

export interface Choosing {
  actor: Actor;
  now: Date;
}

/** While a drop is one of these, a person can still choose how its files are taken in. */
const OPEN: readonly DropStatus[] = ["received", "asking", "ready"];

/** Says for which brand the files are: they are read anew for it. */
export async function chooseBrand(
  db: Connection,
  id: string,
  brandId: string,
  { actor, now }: Choosing,
): Promise<Drop> {
  if (!(await allBrands(db)).has(brandId)) {
    throw new CrmError("not-found", `no brand ${brandId}`, { say: "There is no such brand any more. Choose another." });
  }
  requireRight(actor, "change", brandId);
  return chooseAnew(db, id, now, ({ unknownBrand: _answered, ...drop }) => ({
    ...drop,
    brandId,
    files: drop.files.map(asWaiting),
  }));
}

/** What people say of the columns of a file that nobody knows. */
export interface MappedColumns {
  fileId: string;
  /** Under which it is kept: tables with these headers are known from now on. */
  name: string;
  /** Header and field. */
  columns: readonly (readonly [header: string, field: string])[];
}

/** Keeps a mapping for an unknown table and has its file read by it. @throws CrmError `wrong-input`, `refused` */
export async function mapColumns(
  db: Connection,
  id: string,
  { fileId, name, columns }: MappedColumns,
  { actor, now }: Choosing,
): Promise<Drop> {
  const drop = await requireOpen(db, id, actor);
  const file = drop.files.find((each) => each.id === fileId);
  if (file?.state.is !== "unknown") throw notOpen(drop);
  const headers = file.state.columns.map(({ header }) => header);
  await saveMapping(db, makeMapping({ name, headers, columns }), { by: actor.id, now });
  return chooseAnew(db, id, now, (now) => withFile(now, fileId, { as: name, state: { is: "waiting" } }));
}

/** Says which source a file is that fits several. */
export async function chooseSource(
  db: Connection,
  id: string,
  { fileId, as }: { fileId: string; as: string },
  { actor, now }: Choosing,
): Promise<Drop> {
  await requireOpen(db, id, actor);
  return chooseAnew(db, id, now, (drop) => withFile(drop, fileId, { as, state: { is: "waiting" } }));
}

/** Has the files fetched again that did not come. */
export async function fetchAgain(db: Connection, id: string, { actor, now }: Choosing): Promise<Drop> {
  await requireOpen(db, id, actor);
  return chooseAnew(db, id, now, (drop) => ({
    ...drop,
    files: drop.files.map((file) => (file.state.is === "missing" ? asWaiting(file) : file)),
  }));
}

/** Leaves the files alone; nothing of them was written. */
export async function cancelDrop(db: Connection, id: string, { actor, now }: Choosing): Promise<Drop> {
  const before = await findDrop(db, id);
  if (before.by !== actor.id) requireRight(actor, "change", before.brandId);
  const { drop } = await changeDrop(db, id, (stored) => {
    if (stored.status === "cancelled") return undefined;
    if (!OPEN.includes(stored.status) && stored.status !== "failed") throw notOpen(stored);
    return { ...stored, status: "cancelled", round: stored.round + 1, touchedAt: now };
  });
  await dropBytes(db, drop);
  return drop;
}

const asWaiting = (file: DroppedFile): DroppedFile =>
  file.state.is === "refused" && !file.kept ? file : { ...file, state: { is: "waiting" } };

async function requireOpen(db: Connection, id: string, actor: Actor): Promise<Drop> {
  const drop = await findDrop(db, id);
  requireRight(actor, "change", drop.brandId);
  if (!OPEN.includes(drop.status)) throw notOpen(drop);
  return drop;
}

/** A choice of a person: whatever is being read for an earlier one counts no more. */
async function chooseAnew(db: Connection, id: string, now: Date, choose: (drop: Drop) => Drop): Promise<Drop> {
  const { drop } = await changeDrop(db, id, (stored) => {
    if (!OPEN.includes(stored.status)) throw notOpen(stored);
    return { ...choose(stored), status: "received", round: stored.round + 1, touchedAt: now };
  });
  return drop;
}

const IN_WORDS: Partial<Record<DropStatus, string>> = {
  importing: "Somebody has pressed Import already: these files are being taken in.",
  done: "These files have been taken in already.",
  cancelled: "These files were cancelled. Drop them again to take them in.",
};

export const notOpen = ({ _id, status }: Drop): CrmError =>
  new CrmError("conflict", `drop ${_id} is ${status}`, {
    say: IN_WORDS[status] ?? "These files have changed meanwhile. Look at the message again.",
  });
