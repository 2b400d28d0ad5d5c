import type { AnyBlock } from "@slack/types";

/** A block's own id, else one by its place, so that its inputs are told apart. */
export function blockIdOf(block: AnyBlock, at: number | string): string {
  return block.block_id || `block-${at}`;
}
