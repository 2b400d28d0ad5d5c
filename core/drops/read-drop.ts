import type { Readable } from "node:stream";
import type { Connection } from "mongoose";
import { allBrands } from "../brands/find-brand.js";
import { CrmError } from "../errors/crm-error.js";
import type { Log } from "../log/index.js";
import { changeDrop, findDrop, withFile } from "./change-drop.js";
import type { Drop, DroppedFile, DropStatus, FileState } from "./drop.js";
import { keepBytes } from "./kept-bytes.js";
import { readFile } from "./read-file.js";

/**
 * Brings the bytes of a file from where it was dropped.
 *
 * @throws CrmError with what to do when they do not come
 */
export type FetchFile = (place: string, fileId: string) => Promise<Readable>;

export interface ReadingDrop {
  fetch: FetchFile;
  now: () => Date;
  log: Log;
  /** Told after each step. */
  step?: () => Promise<void>;
}

/**
 * Fetches the files of a received drop, says what each is and what importing it would do, and waits for a person then.
 *
 * What was done before a crash is not done again; what a person chose meanwhile is read anew by the job asked for it.
 */
export async function readDrop(db: Connection, id: string, reading: ReadingDrop): Promise<void> {
  await fetchFiles(db, id, reading);
  const drop = await findDrop(db, id);
  if (drop.status !== "received") return;
  const brand = drop.brandId === undefined ? undefined : (await allBrands(db)).get(drop.brandId);
  if (brand === undefined) return settle(db, drop, reading.now());
  for (const file of drop.files.filter(isToBeRead)) {
    const { state, sha256 } = await readFile(db, { drop, file, brand, now: reading.now(), log: reading.log });
    await changeDrop(db, id, (now) => {
      if (now.round !== drop.round || now.status !== "received") return undefined;
      return { ...withFile(now, file.id, { state, ...(sha256 ? { sha256 } : {}) }), touchedAt: reading.now() };
    });
    await reading.step?.();
  }
  await settle(db, drop, reading.now());
}

const isToBeRead = ({ kept, state }: DroppedFile): boolean => kept === true && state.is === "waiting";

/** A drop whose files are read waits for a person. */
async function settle(db: Connection, { _id, round, brandId }: Drop, now: Date): Promise<void> {
  const status: DropStatus = brandId === undefined ? "asking" : "ready";
  await changeDrop(db, _id, (drop) => {
    if (drop.round !== round || drop.status !== "received") return undefined;
    return { ...drop, status, touchedAt: now };
  });
}

async function fetchFiles(db: Connection, id: string, { fetch, now, step }: ReadingDrop): Promise<void> {
  const drop = await findDrop(db, id);
  if (drop.status !== "received") return;
  for (const file of drop.files.filter((each) => !each.kept && each.state.is === "waiting")) {
    const problem = await fetchOne(db, drop, file, fetch);
    await changeDrop(db, id, (stored) => ({
      ...withFile(stored, file.id, problem ? { state: problem } : { kept: true }),
      touchedAt: now(),
    }));
    if (problem) await step?.();
  }
}

async function fetchOne(
  db: Connection,
  drop: Drop,
  file: DroppedFile,
  fetch: FetchFile,
): Promise<FileState | undefined> {
  try {
    await keepBytes(db, drop, file, await fetch(drop.place, file.id));
    return undefined;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return { is: error.code === "unreachable" ? "missing" : "refused", say: error.sayOn(drop.via) };
  }
}
