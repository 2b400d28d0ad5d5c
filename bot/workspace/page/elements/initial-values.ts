import type { AnyBlock } from "@slack/types";
import { blockIdOf } from "./block-id.js";
import type { Values } from "./element-state.js";
import { initialState, type StatefulElement } from "./initial-state.js";
import { isKnownBlock } from "./known-block.js";

/** What all elements of these blocks hold at first. */
export function initialValues(blocks: readonly AnyBlock[], parent = ""): Values {
  const values: Values = {};
  blocks.forEach((block, at) => {
    if (!isKnownBlock(block)) return;
    const blockId = blockIdOf(block, `${parent}${at}`);
    for (const element of elementsOf(block)) {
      const state = initialState(element);
      if (state && element.action_id) values[blockId] = { ...values[blockId], [element.action_id]: state };
    }
    if (block.type === "container") Object.assign(values, initialValues(block.child_blocks, `${parent}${at}-`));
  });
  return values;
}

/** What people have typed stays as long as its input is there: a view that changes keeps the other inputs. */
export function keepTyped(initial: Values, held: Values): Values {
  const kept: Values = {};
  for (const [blockId, states] of Object.entries(initial)) {
    kept[blockId] = {};
    for (const [actionId, state] of Object.entries(states)) {
      const before = held[blockId]?.[actionId];
      kept[blockId][actionId] = before?.type === state.type ? before : state;
    }
  }
  return kept;
}

function elementsOf(block: AnyBlock): StatefulElement[] {
  if (!isKnownBlock(block)) return [];
  if (block.type === "actions") return block.elements;
  if (block.type === "input") return [block.element];
  if (block.type === "section" && block.accessory && block.accessory.type !== "image") return [block.accessory];
  return [];
}
