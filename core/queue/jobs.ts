import { z } from "zod";
import { SURFACES } from "../errors/surface.js";

/** A job as other rooms know it: its name, and what it is told. */
export interface JobDefinition<P> {
  name: string;
  payload: z.ZodType<P>;
}

/** Finishes imports and undos that a process which died left behind. */
export const TAKE_UP_IMPORTS = { name: "take up imports", payload: z.strictObject({}) };

/** Folds the sightings of imports that are too old to be undone, and drops originals that nothing asks for. */
export const FOLD_IMPORTS = { name: "fold imports", payload: z.strictObject({}) };

/** Tells the places whose digest is due who entered and left their segments. */
export const SEND_DIGESTS = { name: "send digests", payload: z.strictObject({}) };

/** Looks at who is in every segment, so that their changes can be told by the day. */
export const LOOK_AT_SEGMENTS = { name: "look at segments", payload: z.strictObject({}) };

/** Counts anew which creators may be doubles. */
export const RECOUNT_DOUBLES = { name: "recount doubles", payload: z.strictObject({}) };

/** Finishes changes of many that a process which died left half done. */
export const FINISH_BATCHES = { name: "finish batches", payload: z.strictObject({}) };

/** Refreshes the tabs of Google Sheets that are due. */
export const REFRESH_SHEETS = { name: "refresh sheets", payload: z.strictObject({}) };

/** Fetches the files of a drop, recognises them and previews their imports. */
export const READ_DROP = { name: "read drop", payload: z.strictObject({ drop: z.string() }) };

/** Takes in the files of a drop that somebody has said yes to. */
export const IMPORT_DROP = { name: "import drop", payload: z.strictObject({ drop: z.string() }) };

/** Who asked, and where. */
const BY = z.strictObject({ id: z.string(), via: z.enum(SURFACES) });

/** Where somebody is answered; see `AnswerTo` of core/notify. */
const ANSWER = z.strictObject({ reply: z.string(), replace: z.boolean(), place: z.string() });

/** Tags all creators that a query finds. */
export const TAG_MANY = {
  name: "tag many",
  payload: z.strictObject({
    /** The number that the change will have. */
    batch: z.string(),
    query: z.string(),
    /** The brand's slug. */
    brand: z.string(),
    tags: z.strictObject({ add: z.array(z.string()), remove: z.array(z.string()) }),
    by: BY,
    answer: ANSWER,
  }),
};

export type TagManyPayload = z.infer<typeof TAG_MANY.payload>;

/** Takes a change of many back. */
export const UNDO_BATCH = {
  name: "undo batch",
  payload: z.strictObject({ batch: z.string(), by: BY, answer: ANSWER }),
};

export type UndoBatchPayload = z.infer<typeof UNDO_BATCH.payload>;

/** Writes all that a query finds into a file, and brings it to who asked. */
export const EXPORT_LIST = {
  name: "export list",
  payload: z.strictObject({
    list: z.enum(["creators", "samples", "videos"]),
    query: z.string(),
    brandId: z.string(),
    by: BY,
    answer: ANSWER,
  }),
};

export type ExportListPayload = z.infer<typeof EXPORT_LIST.payload>;

/** Takes imports back. */
export const UNDO_IMPORTS = {
  name: "undo imports",
  payload: z.strictObject({
    imports: z.array(z.string()),
    by: BY,
    /** Who is told what no message shows. */
    place: z.string(),
  }),
};

/** Asks again for the work on drops that was lost with a process. */
export const TAKE_UP_DROPS = { name: "take up drops", payload: z.strictObject({}) };
