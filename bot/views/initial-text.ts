import { z } from "zod";

/** What a form began with: Slack sends it back, and so it is what the person saw. */
const input = z.object({
  block_id: z.string(),
  element: z.object({
    initial_value: z.string().optional(),
    initial_option: z.object({ value: z.string() }).nullish(),
  }),
});

/** The text, or the option, that an input began with; empty where it began with none. */
export function initialTextOf(blocks: readonly unknown[], blockId: string): string {
  for (const block of blocks) {
    const read = input.safeParse(block);
    if (!read.success || read.data.block_id !== blockId) continue;
    return read.data.element.initial_value ?? read.data.element.initial_option?.value ?? "";
  }
  return "";
}
