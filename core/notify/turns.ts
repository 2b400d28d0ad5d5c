import { setTimeout as pause } from "node:timers/promises";
import { MongoServerError } from "mongodb";
import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { DUPLICATE_KEY } from "../mongo/write-guarded.js";
import { turnModel } from "./turn-model.js";

/** What is done at most once in so many milliseconds, over all processes. */
export interface Pace {
  name: string;
  every: number;
}

/** Takes the turn if it is free; of several who ask at once, one does. */
export async function tryTurn(db: Connection, { name, every }: Pace): Promise<boolean> {
  try {
    const free = { _id: name, $expr: { $lte: ["$freeAt", "$$NOW"] } };
    const { matchedCount, upsertedCount } = await collectionOf(turnModel(db)).updateOne(free, after(every), {
      upsert: true,
    });
    return matchedCount + upsertedCount > 0;
  } catch (error) {
    // It is there, and not free.
    if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return false;
    throw error;
  }
}

/** Waits for one's turn: whoever asked first comes first. */
export async function waitForTurn(db: Connection, { name, every }: Pace): Promise<void> {
  const turns = collectionOf(turnModel(db));
  const options = { upsert: true, returnDocument: "after" } as const;
  const taken = await turns.findOneAndUpdate({ _id: name }, after(every), options).catch((error: unknown) => {
    // Two who ask for the first turn ever: the other one made it.
    if (!(error instanceof MongoServerError) || error.code !== DUPLICATE_KEY) throw error;
    return turns.findOneAndUpdate({ _id: name }, after(every), options);
  });
  if (taken === null) return;
  await pause(Math.max(0, taken.freeAt.getTime() - every - taken.now.getTime()));
}

/** Nobody has a turn for so long: whoever is called upon too often has said so; milliseconds. */
export async function holdTurns(db: Connection, { name }: Pace, forMs: number): Promise<void> {
  await collectionOf(turnModel(db)).updateOne({ _id: name }, after(forMs), { upsert: true });
}

/** By the server's clock. */
const after = (ms: number) => [
  { $set: { now: "$$NOW", freeAt: { $add: [{ $max: [{ $ifNull: ["$freeAt", "$$NOW"] }, "$$NOW"] }, ms] } } },
];
