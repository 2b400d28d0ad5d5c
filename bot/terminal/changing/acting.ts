import type { Connection } from "mongoose";
import type { Actor } from "../../../core/access/index.js";
import type { Acting } from "../../../core/edits/index.js";
import type { TerminalContext } from "../command.js";
import { currentUser } from "../current-user.js";

/** Options that every command has which changes something. */
export interface ChangeOptions {
  brand?: string;
  json?: boolean;
}

export const BRAND = ["--brand <slug>", "the brand it is for; else the default one"] as const;

/** Whoever types: the owner of the machine, who may do everything. */
export async function terminalActor(): Promise<Actor> {
  const { ownerActor } = await import("../../../core/access/index.js");
  return ownerActor(currentUser());
}

/** The database and who changes it now. The first change of all may come before any import: indexes are seen to. */
export async function openToAct(
  context: TerminalContext,
  { brand }: Pick<ChangeOptions, "brand"> = {},
): Promise<{ db: Connection; acting: Acting }> {
  const { connection: db } = await context.database();
  const { ensureIndexes } = await import("../../../core/models.js");
  await ensureIndexes(db);
  const actor = await terminalActor();
  return { db, acting: { actor, now: new Date(), ...(brand === undefined ? {} : { brand }) } };
}
