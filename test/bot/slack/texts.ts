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

/** The cells of the table in some blocks, as texts, its heading first. */
export function tableIn(blocks: readonly object[] = []): string[][] {
  const table = blocks.find((block) => "type" in block && block.type === "data_table");
  const rows = table && "rows" in table && Array.isArray(table.rows) ? table.rows : [];
  return rows.map((cells: unknown) => (Array.isArray(cells) ? cells.map((cell: unknown) => said(cell).join("")) : []));
}
