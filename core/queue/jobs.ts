import { z } from "zod";

/** A job as other rooms know it: its name, and what it is told. */
export interface JobDefinition<P> {
  name: string;
  payload: z.ZodType<P>;
}

/** Finishes imports and undos that a process which died left behind. */
export const TAKE_UP_IMPORTS = { name: "take up imports", payload: z.strictObject({}) };

/** Folds the sightings of imports that are too old to be undone, and drops their originals. */
export const FOLD_IMPORTS = {
  name: "fold imports",
  payload: z.strictObject({ undoDays: z.number().int().min(0).optional() }),
};
