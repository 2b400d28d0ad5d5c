import type { Surface } from "../access/actor.js";
import type { LinkChange, Undone } from "./edit.js";

/** Changes of many creators that a person made as one: stands for all of its edits in the audit log. */
export interface Batch {
  /** A small number, as text: what people type to undo it. */
  _id: string;
  brandId: string;
  change: ManyChange;
  /** Whom it was for: in the query language, or how long a list was. */
  query: string;
  at: Date;
  by: string;
  via: Surface;
  /** Creators that the query found. */
  selected: number;
  /** Creators that it changed; the others were that way already. */
  changed: number;
  undone?: Undone;
  /** It was asked of a job, which goes on with it until it is through, however often it is cut off. */
  open?: true;
  /** Last sign of life, by the database's clock, of whoever is making or undoing it: its creators may lag behind. */
  unsettled?: Date;
}

/** What is done to each of many: a change of the link, without what each had before. */
export type ManyChange =
  | Exclude<LinkChange, { kind: "status" }>
  | Omit<Extract<LinkChange, { kind: "status" }>, "from">;
