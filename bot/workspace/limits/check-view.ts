import { z } from "zod";
import { checkBlocks } from "./check-blocks.js";
import { type Problem, problemAt, problemsOf } from "./problem.js";
import type { BlockSurface } from "./surfaces.js";
import { id, plainText } from "./text.js";
import { findTyped } from "./walk.js";

const view = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3_000, "must be less than 3001 characters").optional(),
  callback_id: z.union([z.literal(""), id]).optional(),
  external_id: z.union([z.literal(""), id]).optional(),
};

const modal = z.strictObject({
  type: z.literal("modal"),
  ...view,
  title: plainText(24),
  submit: plainText(24).optional(),
  close: plainText(24).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
});

const home = z.strictObject({ type: z.literal("home"), ...view });

/** The whole view as JSON; bytes. */
const MOST_BYTES = 250_000;

/** Says why Slack would refuse a modal: `views.open`, `push`, `update`, or an answer to a submission. */
export const checkView = (asked: unknown): Problem[] => check(modal, asked, "modal");

/** Says why Slack would refuse a Home: `views.publish`. */
export const checkHome = (asked: unknown): Problem[] => check(home, asked, "home");

function check(schema: typeof modal | typeof home, asked: unknown, surface: BlockSurface): Problem[] {
  const read = schema.safeParse(asked, { reportInput: true });
  if (!read.success) {
    const blocks = z.object({ blocks: z.array(z.unknown()) }).safeParse(asked);
    const inside = blocks.success ? checkBlocks(blocks.data.blocks, surface) : [];
    return [...problemsOf("invalid_arguments", read.error.issues, []), ...inside];
  }
  const { data } = read;
  return [...checkBlocks(data.blocks, surface), ...checkWhole(data)];
}

function checkWhole(data: z.infer<typeof modal> | z.infer<typeof home>): Problem[] {
  const found = findTyped(data.blocks, ["blocks"]);
  const problems: Problem[] = [];
  if (data.type === "modal" && data.submit === undefined && found.some(({ type }) => type === "input")) {
    problems.push(problemAt("invalid_arguments", "submit is required when there is an input", ["submit"]));
  }
  const focused = found.filter((one) => one.focused);
  if (focused.length > 1) {
    problems.push(problemAt("invalid_arguments", "only one element may have focus_on_load", focused[1]?.path ?? []));
  }
  if (Buffer.byteLength(JSON.stringify(data)) > MOST_BYTES) {
    problems.push(problemAt("view_too_large", `must be less than ${MOST_BYTES + 1} bytes`, []));
  }
  return problems;
}
