import type { PostAction } from "../../bot/workspace/wire.js";

interface Wanted {
  actionId: string;
  blockId?: string;
  value?: string;
}

/** The first element that fits, wherever in the blocks it stands. */
export function findElement(blocks: readonly unknown[], wanted: Wanted): PostAction["action"] {
  const found = elementsIn(blocks, "");
  const element = found.find(
    ({ action_id, block_id, value }) =>
      action_id === wanted.actionId &&
      (wanted.blockId === undefined || block_id === wanted.blockId) &&
      (wanted.value === undefined || value === wanted.value),
  );
  if (element) return element;
  throw new Error(
    `nothing to press called ${wanted.actionId}; there is ${found.map((one) => one.action_id).join(", ")}`,
  );
}

function elementsIn(thing: unknown, blockId: string): PostAction["action"][] {
  if (Array.isArray(thing)) return thing.flatMap((one) => elementsIn(one, blockId));
  if (typeof thing !== "object" || thing === null) return [];
  const fields = new Map<string, unknown>(Object.entries(thing));
  const inside = String(fields.get("block_id") ?? blockId);
  const [action_id, type] = [fields.get("action_id"), fields.get("type")];
  const own =
    typeof action_id === "string" && typeof type === "string" ? [{ ...thing, action_id, type, block_id: inside }] : [];
  return [...own, ...[...fields.values()].flatMap((value) => elementsIn(value, inside))];
}
