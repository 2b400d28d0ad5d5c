export { type Freshness, freshnessOf, type SourceFreshness } from "./freshness.js";
export { type Counted, type Overview, readOverview } from "./read-overview.js";
