import { z } from "zod";

/** A block or an element inside what was sent. */
export interface Found {
  type: string;
  blockId?: string;
  focused: boolean;
  path: readonly PropertyKey[];
}

const typed = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  focus_on_load: z.boolean().optional(),
});

/** Fields that hold blocks or elements; a table's cells are none. */
const INSIDE = ["elements", "element", "accessory", "child_blocks", "tasks", "actions"];

/** Deeper than anything that Slack takes. */
const DEEPEST = 8;

/** Every block and interactive element, from the outside in. */
export function findTyped(things: readonly unknown[], path: readonly PropertyKey[], depth = 0): Found[] {
  return things.flatMap((thing, at) => findIn(thing, [...path, at], depth));
}

function findIn(thing: unknown, path: readonly PropertyKey[], depth: number): Found[] {
  const read = typed.safeParse(thing);
  if (!read.success || depth > DEEPEST) return [];
  const { type, block_id: blockId, focus_on_load: focused = false, ...rest } = read.data;
  // What stands in rich text is text, not elements.
  if (type === "rich_text") return [{ type, blockId, focused, path }];
  const inside = INSIDE.flatMap((field) => {
    const value = rest[field];
    if (Array.isArray(value)) return findTyped(value, [...path, field], depth + 1);
    return findIn(value, [...path, field], depth + 1);
  });
  return [{ type, blockId, focused, path }, ...inside];
}
