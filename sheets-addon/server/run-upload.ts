import { createReadStream } from "node:fs";
import {
  type FileToImport,
  type Import,
  type InspectedFile,
  importFiles,
  type KnownFile,
} from "../../core/imports/index.js";
import { actorOf } from "./caller.js";
import type { Form } from "./read-body.js";
import type { Asked } from "./route.js";

/** What became of an upload in the time that an answer may take: done, known from before, or still running by its id. */
export type Uploaded = { record: Import } | { known: Import } | { running: string };

/** Longer than most exports take, and well under what Google waits; ms. */
const PATIENCE = 20_000;

export const fileOf = ({ file }: Form): FileToImport => ({ name: file.name, open: () => createReadStream(file.path) });

/** Takes a file in. What takes longer goes on, and the form's file with it. */
export async function runUpload(inspected: InspectedFile | KnownFile, form: Form, asked: Asked): Promise<Uploaded> {
  const { db, now, log } = asked;
  let importId = "";
  const progress = (id: string) => {
    importId = id;
  };
  const work = importFiles(db, [inspected], { actor: actorOf(asked), now, progress });
  form.keepUntil(work);
  const [outcome] = (await Promise.race([work, patience()])) ?? [];
  if (outcome) return "known" in outcome ? { known: outcome.known } : outcome;
  work.catch((error: unknown) => log.warn({ err: error, importId }, "an uploaded import failed"));
  return { running: importId };
}

const patience = (): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), PATIENCE).unref();
  });
