export { createApi } from "./api.js";
export type { ApiParts } from "./parts.js";
