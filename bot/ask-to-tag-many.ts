import { requireRight } from "../core/access/index.js";
import { newBatchId, type TagChange } from "../core/edits/index.js";
import type { AnswerTo } from "../core/notify/index.js";
import { TAG_MANY } from "../core/queue/index.js";
import { type Asked, placeOf } from "./asked.js";
import type { Bot } from "./bot.js";

/** Has a job tag all that a query finds, for somebody who may; it answers where they pressed. */
export async function askToTagMany(
  { db, queue }: Bot,
  { actor, brand }: Asked,
  { query, tags }: { query: string; tags: TagChange },
  to: Omit<AnswerTo, "place">,
): Promise<void> {
  requireRight(actor, "change", brand._id);
  const batch = await newBatchId(db);
  const { add, remove } = tags;
  await queue.add(TAG_MANY, {
    batch,
    query,
    brand: brand.slug,
    tags: { add: [...add], remove: [...remove] },
    by: { id: actor.id, via: actor.via },
    answer: { ...to, place: placeOf(actor.id) },
  });
}
