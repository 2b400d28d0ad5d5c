import type { Filter } from "../query/index.js";
import { both } from "./conditions.js";
import type { ListSource } from "./list-source.js";
import type { Way } from "./ways.js";

/** Those of some ids that fit what is left to look at. */
export const amongIds = ({ ofBrand }: ListSource, ids: readonly string[], left: readonly Filter[]): Filter =>
  both({ _id: { $in: [...ids] } }, ofBrand, ...left);

/** What still has to be looked at of the records that a way leads to. */
export const uncovered = (conditions: readonly Filter[], { covers }: Way): Filter[] =>
  conditions.filter((condition) => !covers.includes(condition));
