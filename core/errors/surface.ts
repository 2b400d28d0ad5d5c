/** Where a person acts. */
export const SURFACES = ["terminal", "slack", "sheets", "api"] as const;
export type Surface = (typeof SURFACES)[number];
