export type { Counted } from "./counted.js";
export type { Freshness, SourceFreshness } from "./freshness.js";
export { type Overview, readOverview } from "./read-overview.js";
