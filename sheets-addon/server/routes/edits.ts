import { z } from "zod";
import { requireRight } from "../../../core/access/index.js";
import { type EditsAnswer, MOST_EDITS } from "../../../core/contract/index.js";
import { actorOf, askBrand } from "../caller.js";
import { route } from "../route.js";
import { BRAND, COLUMN, ROW_ID } from "../schemas.js";
import { sendEdits } from "../send-edits.js";
import { CELL } from "../sheet-request.js";

const edit = z.strictObject({ id: ROW_ID, column: COLUMN, synced: CELL, value: CELL });

/** Of one outcome; which of the values are there depends on it. */
const outcome = z.object({
  id: z.string(),
  column: z.string(),
  outcome: z.enum(["sent", "same", "conflict", "refresh", "invalid"]),
  value: CELL.optional(),
  roster: CELL.optional().describe("What Roster has."),
  by: z.string().optional().describe("Who changed it last."),
  reason: z.string().optional(),
});

export const editsRoute = route({
  method: "post",
  path: "/sheets/edits",
  summary: "Sends what people changed in a tab, cell by cell, each against the value last synced.",
  most: 4 * 1024 * 1024,
  body: z.strictObject({ brand: BRAND, edits: z.array(edit).max(MOST_EDITS), dryRun: z.boolean().optional() }),
  answer: z.object({ edits: z.array(outcome) }),
  async handle({ body }, asked) {
    const actor = actorOf(asked);
    const brand = await askBrand(asked, body.brand);
    requireRight(actor, "change", brand.brandId);
    const { db, now } = asked;
    const sending = { db, actor, now: now(), brand, dryRun: body.dryRun === true };
    const answer: EditsAnswer = { edits: await sendEdits(body.edits, sending) };
    return { body: answer };
  },
});
