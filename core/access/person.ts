import type { Grant } from "./actor.js";

/** Somebody who works with Roster, and what they may do. */
export interface Person {
  /** Short name or a surface's id (`U02ABC` in Slack): what people type, and what changes are signed with. */
  _id: string;
  name: string;
  rights: Grant[];
  addedAt: Date;
  addedBy: string;
  /** Raised by every change; a change is written only at the `rev` it was decided from. */
  rev: number;
}
