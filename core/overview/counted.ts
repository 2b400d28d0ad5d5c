import { COUNTED } from "../lists/index.js";

/** A number of things; `more` says that there are more than that. */
export interface Counted {
  count: number;
  more: boolean;
}

/** What a bounded count is counted to: one more than is told. */
export const COUNT_TO = COUNTED + 1;

export const bounded = (count: number): Counted => ({ count: Math.min(count, COUNTED), more: count > COUNTED });
