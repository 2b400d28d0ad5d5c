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

/** Tells the places whose digest is due who entered and left their segments. */
export const SEND_DIGESTS = { name: "send digests", payload: z.strictObject({}) };

/** Looks at who is in every segment, so that their changes can be told by the day. */
export const LOOK_AT_SEGMENTS = { name: "look at segments", payload: z.strictObject({}) };

/** Counts anew which creators may be doubles. */
export const RECOUNT_DOUBLES = { name: "recount doubles", payload: z.strictObject({}) };

/** Finishes changes of many that a process which died left half done. */
export const FINISH_BATCHES = { name: "finish batches", payload: z.strictObject({}) };

/** Fetches the files of a drop, recognises them and previews their imports. */
export const READ_DROP = { name: "read drop", payload: z.strictObject({ drop: z.string() }) };

/** Takes in the files of a drop that somebody has said yes to. */
export const IMPORT_DROP = { name: "import drop", payload: z.strictObject({ drop: z.string() }) };

/** Takes imports back. */
export const UNDO_IMPORTS = {
  name: "undo imports",
  payload: z.strictObject({
    imports: z.array(z.string()),
    /** Who asked, and where. */
    by: z.strictObject({ id: z.string(), via: z.enum(["terminal", "slack", "sheets", "api"]) }),
    /** Who is told what no message shows. */
    place: z.string(),
  }),
};

/** Asks again for the work on drops that was lost with a process. */
export const TAKE_UP_DROPS = { name: "take up drops", payload: z.strictObject({}) };
