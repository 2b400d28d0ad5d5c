export { isShortLink } from "../normalize/index.js";
export { type CreatorDetail, creatorDetail } from "./creator-detail.js";
export { type LookupResult, lookUp } from "./look-up.js";
export { type LookupScope, readById } from "./read-creators.js";
export { type Pasted, readPasted } from "./read-pasted.js";
export type { SourceOfValue } from "./sources-of.js";
