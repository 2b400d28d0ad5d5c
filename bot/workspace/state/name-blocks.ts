import { randomBytes } from "node:crypto";

const newId = () => randomBytes(4).toString("base64url");

/** Fields that hold blocks, and those that hold elements with an action. */
const BLOCKS = ["child_blocks"];
const ELEMENTS = ["elements", "element", "accessory"];
const ACTING = new Set(["actions", "section", "input", "context_actions"]);

type Fields = Record<string, unknown>;

/** Gives every block and element the id that its maker left out, as Slack does. */
export function nameBlocks<Blocks extends readonly unknown[]>(blocks: Blocks): Blocks;
export function nameBlocks(blocks: readonly unknown[]): unknown[] {
  return blocks.map((block) => (isFields(block) ? nameBlock(block) : block));
}

function nameBlock(block: Fields): Fields {
  const named: Fields = { ...block, block_id: block.block_id ?? newId() };
  for (const field of BLOCKS) {
    const inside = named[field];
    if (Array.isArray(inside)) named[field] = nameBlocks(inside);
  }
  if (block.type === "card" && Array.isArray(block.actions)) named.actions = block.actions.map(nameElement);
  if (block.type === "carousel" && Array.isArray(block.elements)) named.elements = nameBlocks(block.elements);
  if (!ACTING.has(String(block.type))) return named;
  for (const field of ELEMENTS) {
    const inside = named[field];
    if (Array.isArray(inside)) named[field] = inside.map(nameElement);
    else if (isFields(inside)) named[field] = nameElement(inside);
  }
  return named;
}

const nameElement = (element: unknown): unknown =>
  isFields(element) && element.type !== "image" ? { ...element, action_id: element.action_id ?? newId() } : element;

const isFields = (thing: unknown): thing is Fields =>
  typeof thing === "object" && thing !== null && !Array.isArray(thing);
