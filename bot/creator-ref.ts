import { z } from "zod";
import { allBrands, type Brand } from "../core/brands/index.js";
import { findCreator } from "../core/edits/index.js";
import { CrmError } from "../core/errors/index.js";
import { type CreatorDetail, creatorDetail, type LookupScope } from "../core/lookup/index.js";
import type { Asked } from "./asked.js";
import type { Bot } from "./bot.js";

/** Which creator of which brand a button is about: names that stay right when handles change and records are merged. */
export const creatorRef = z.object({
  /** As people name it: `@handle`, or `#` and TikTok's user id. */
  who: z.string().min(1).max(200),
  /** Id of the brand. */
  brand: z.string().min(1).max(80),
});
export type CreatorRef = z.infer<typeof creatorRef>;

/** How a creator is called in a request that comes later. */
export const whoOf = ({ handle, tiktokUserId, id }: { handle?: string; tiktokUserId?: string; id: string }): string =>
  handle === undefined ? `#${tiktokUserId ?? id}` : `@${handle}`;

/** Where is looked for somebody: in the brand that they ask about. */
export const scopeOf = ({ actor, brand }: Pick<Asked, "actor" | "brand">): LookupScope => ({
  brandId: brand._id,
  actor,
});

/** The request as it is about the brand that a button names, whatever brand its channel means by now. */
export async function askedAbout(bot: Bot, asked: Asked, brandId: string): Promise<Asked> {
  if (asked.brand._id === brandId) return asked;
  const brand: Brand | undefined = (await allBrands(bot.db)).get(brandId);
  if (brand) return { ...asked, brand };
  throw new CrmError("not-found", `no brand ${brandId}`, {
    say: "The brand that this was about is gone. Look it up again.",
  });
}

/** Everything that somebody may see of a creator. */
export async function readCreator({ db }: Bot, asked: Asked, who: string): Promise<CreatorDetail> {
  const scope = scopeOf(asked);
  const { _id } = await findCreator(db, who, asked.actor);
  return creatorDetail(db, _id, scope);
}
