import type { Connection } from "mongoose";
import { editCreator } from "./edit-creator.js";
import type { Acting, Edited } from "./record-edits.js";

/** How a brand stands with a creator from now on: active, inactive or blocked. */
export const setStatus = (db: Connection, who: string, status: string, acting: Acting): Promise<Edited> =>
  editCreator(db, who, { status }, acting);

/** Puts a creator on the brand's whitelist, or off it. */
export const setWhitelisted = (db: Connection, who: string, whitelisted: boolean, acting: Acting): Promise<Edited> =>
  editCreator(db, who, { whitelisted: whitelisted ? "yes" : "no" }, acting);
