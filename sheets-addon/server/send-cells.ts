import type { Connection } from "mongoose";
import type { Actor } from "../../core/access/index.js";
import type { CellEdit } from "../../core/contract/index.js";
import {
  addNote,
  checkEdit,
  conflictsIn,
  editCreator,
  readNote,
  readTagChange,
  tagCreator,
} from "../../core/edits/index.js";
import { CrmError } from "../../core/errors/index.js";
import type { CreatorRow } from "../../core/lists/index.js";
import type { AskedBrand } from "./caller.js";
import { addedNote, plainText, tagsIn } from "./decide-cell.js";

export interface Sending {
  db: Connection;
  actor: Actor;
  now: Date;
  brand: AskedBrand;
  /** Nothing is written. */
  dryRun: boolean;
}

/** What became of a cell. `checked`: it could be sent, and was not. */
export type Tried =
  | { is: "sent"; checked?: boolean }
  | { is: "same" | "refresh" }
  | { is: "conflict"; by?: string }
  | { is: "invalid"; reason: string };

/**
 * Sends the cells of one creator. Fields go together, so that the parts of an address or a name meet each other; where
 * one of them cannot be used, each goes by itself.
 */
export async function sendCells(
  row: CreatorRow,
  edits: readonly CellEdit[],
  sending: Sending,
): Promise<Map<CellEdit, Tried>> {
  const tried = new Map<CellEdit, Tried>();
  const fields = edits.filter(({ column }) => column !== "tags" && column !== "notes");
  const together = fields.length > 1 ? await attempt(() => sendFields(row, fields, sending), sending) : undefined;
  for (const edit of edits) {
    const isField = fields.includes(edit);
    const sent =
      isField && together?.is === "sent" ? together : await attempt(() => sendOne(row, edit, sending), sending);
    tried.set(edit, sent);
  }
  return tried;
}

async function sendOne(row: CreatorRow, edit: CellEdit, sending: Sending): Promise<void> {
  if (edit.column === "tags") await sendTags(row, edit, sending);
  else if (edit.column === "notes") await sendNote(row, edit, sending);
  else await sendFields(row, [edit], sending);
}

async function sendFields(row: CreatorRow, edits: readonly CellEdit[], { db, dryRun, ...by }: Sending): Promise<void> {
  const changes = Object.fromEntries(edits.map(({ column, value }) => [column, plainText(column, value)]));
  const seen = Object.fromEntries(edits.map(({ column, synced }) => [column, plainText(column, synced)]));
  const acting = { ...actingBy(by), seen };
  await (dryRun ? checkEdit(db, whoIs(row), changes, acting) : editCreator(db, whoIs(row), changes, acting));
}

async function sendTags(row: CreatorRow, { synced, value }: CellEdit, { db, dryRun, ...by }: Sending): Promise<void> {
  const [before, here] = [tagsIn(plainText("tags", synced)), tagsIn(plainText("tags", value))];
  const add = here.filter((tag) => !before.includes(tag));
  const change = readTagChange({ add, remove: before.filter((tag) => !here.includes(tag)) });
  if (!dryRun) await tagCreator(db, whoIs(row), change, actingBy(by));
}

async function sendNote(row: CreatorRow, { synced, value }: CellEdit, { db, dryRun, ...by }: Sending): Promise<void> {
  const added = addedNote(synced, value);
  if (added === undefined) {
    const say = "Notes can only be added to: write yours on a new line below those that are there.";
    throw new CrmError("wrong-input", "notes were changed", { say });
  }
  const note = readNote(added);
  if (!dryRun) await addNote(db, whoIs(row), note, actingBy(by));
}

const actingBy = ({ actor, now, brand }: Omit<Sending, "db" | "dryRun">) => ({ actor, now, brand: brand.brand?.slug });

/** Buyers whose handle is not known are called by TikTok's id. */
const whoIs = ({ handle, tiktokUserId }: CreatorRow): string =>
  handle === undefined ? `#${tiktokUserId}` : `@${handle}`;

/** Whoever may not change anything, and a database that is away, concern the whole request; the rest is about a cell. */
async function attempt(send: () => Promise<void>, { dryRun }: Sending): Promise<Tried> {
  try {
    await send();
    return { is: "sent", ...(dryRun ? { checked: true } : {}) };
  } catch (error) {
    if (!(error instanceof CrmError) || error.code === "forbidden" || error.code === "unreachable") throw error;
    const [conflict] = conflictsIn(error);
    if (conflict) return { is: "conflict", ...(conflict.by ? { by: conflict.by } : {}) };
    return { is: "invalid", reason: error.say };
  }
}
