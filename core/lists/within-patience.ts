import { MongoServerError } from "mongodb";
import { CrmError } from "../errors/index.js";
import { PATIENCE } from "./list-request.js";

/** MongoDB's code for a query that took longer than it was given. */
export const OUT_OF_TIME = 50;

/** Turns a query's end by `maxTimeMS` into words for who asked. */
export async function withinPatience<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (!(cause instanceof MongoServerError) || cause.code !== OUT_OF_TIME) throw cause;
    const say = `This took longer than ${PATIENCE / 1_000} seconds and was stopped. Ask for less: add a term that fits fewer, or leave out the exact count.`;
    throw new CrmError("refused", "a list took too long", { say, cause });
  }
}
