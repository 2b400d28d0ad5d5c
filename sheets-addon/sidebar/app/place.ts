import type { Opening } from "../../addon/calls.js";

export type BoundTab = Opening["tabs"][number];

/** What the sidebar shows. */
export type Place =
  | { kind: "lists" }
  /** A new binding; of a tab that is bound, a change of it; of a deleted one, the same list in another tab. */
  | { kind: "binding"; tab?: BoundTab }
  | { kind: "edits"; tab: BoundTab }
  | { kind: "import" };
