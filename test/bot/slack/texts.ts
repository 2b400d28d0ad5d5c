/** All that blocks say, joined: what a test looks for. */
export function textsOf(thing: unknown): string {
  return said(thing).join(" ");
}

const READ = new Set(["text", "title", "caption", "label", "placeholder", "hint", "initial_value"]);

function said(thing: unknown, field = ""): string[] {
  if (typeof thing === "string") return READ.has(field) ? [thing] : [];
  if (Array.isArray(thing)) return thing.flatMap((one) => said(one, field));
  if (typeof thing !== "object" || thing === null) return [];
  return Object.entries(thing).flatMap(([name, value]) => said(value, name));
}
