import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { isDuplicate } from "../mongo/write-guarded.js";
import { type Turns, turnModel } from "./turn-model.js";

/** What is done at most once in so many milliseconds, over all processes. */
export interface Pace {
  name: string;
  every: number;
  /** Burst size: how many turns may be taken at once after a rest; later turns then wait longer. */
  atOnce?: number;
}

/** The next turn is free: nobody has taken it, or its time has come. By the server's clock. */
const IS_FREE = { $lte: [{ $ifNull: ["$freeAt", "$$NOW"] }, "$$NOW"] };
const NEXT = { $max: [{ $ifNull: ["$freeAt", "$$NOW"] }, "$$NOW"] };

/** Takes the turn if it is free; of several who ask at once, one does. */
export async function tryTurn(db: Connection, { name, every }: Pace): Promise<boolean> {
  const me = randomUUID();
  const take = {
    holder: { $cond: [IS_FREE, me, "$holder"] },
    freeAt: { $cond: [IS_FREE, { $add: ["$$NOW", every] }, "$freeAt"] },
    now: "$$NOW",
  };
  return (await change(db, name, take))?.holder === me;
}

/** Waits for one's turn: whoever asked first comes first. */
export async function waitForTurn(db: Connection, { name, every, atOnce = 1 }: Pace): Promise<void> {
  const take = { holder: randomUUID(), freeAt: { $add: [NEXT, every] }, now: "$$NOW" };
  const taken = await change(db, name, take);
  if (taken) await pause(Math.max(0, taken.freeAt.getTime() - every * atOnce - taken.now.getTime()));
}

/** Nobody has a turn for so long: whoever is called upon too often has said so; milliseconds. */
export async function holdTurns(db: Connection, { name }: Pace, forMs: number): Promise<void> {
  await change(db, name, { freeAt: { $add: [NEXT, forMs] }, now: "$$NOW" });
}

async function change(db: Connection, _id: string, set: object): Promise<Turns | null> {
  const update = () =>
    collectionOf(turnModel(db)).findOneAndUpdate({ _id }, [{ $set: set }], { upsert: true, returnDocument: "after" });
  try {
    return await update();
  } catch (error) {
    // Two who ask for the first turn ever: the other one made it.
    if (isDuplicate(error)) return update();
    throw error;
  }
}
