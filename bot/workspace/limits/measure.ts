/** Characters that people read. */
export interface Measured {
  /** In all blocks together, cells included. */
  text: number;
  cells: number;
  markdown: number;
}

/** Fields whose strings are read: text objects keep theirs in `text`, tasks and plans in `title`. */
const READ = new Set(["text", "title", "caption", "alt_text"]);

/** Counts what blocks say, wherever inside it stands. */
export function measure(blocks: readonly unknown[]): Measured {
  const measured: Measured = { text: 0, cells: 0, markdown: 0 };
  for (const block of blocks) {
    if (typeof block !== "object" || block === null) continue;
    measured.text += lengthOf(block);
    if ("rows" in block) measured.cells += lengthOf(block.rows);
    if ("type" in block && block.type === "markdown") measured.markdown += lengthOf(block);
  }
  return measured;
}

function lengthOf(thing: unknown): number {
  if (Array.isArray(thing)) return thing.reduce<number>((sum, one) => sum + lengthOf(one), 0);
  if (typeof thing !== "object" || thing === null) return 0;
  let sum = 0;
  for (const [field, value] of Object.entries(thing)) {
    sum += typeof value === "string" ? (READ.has(field) ? value.length : 0) : lengthOf(value);
  }
  return sum;
}
