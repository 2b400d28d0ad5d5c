export type { Counted } from "./counted.js";
export { type Freshness, freshnessOf, type SourceFreshness } from "./freshness.js";
export { type Overview, readOverview } from "./read-overview.js";
export type { ToDecide } from "./to-decide.js";
export type { Totals } from "./totals.js";
