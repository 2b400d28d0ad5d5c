import { asViewer, can } from "../../core/access/index.js";
import { allBrands } from "../../core/brands/index.js";
import { creatorDetail, type LookupResult, lookUp } from "../../core/lookup/index.js";
import { type Answering, answer } from "../answer.js";
import type { Asked } from "../asked.js";
import { creatorCard } from "../blocks/creator-card.js";
import { type Elsewhere, nobodyFound, severalCreators } from "../blocks/creator-choices.js";
import type { Bot } from "../bot.js";
import { scopeOf } from "../creator-ref.js";
import type { SlackMessage } from "../send-with-fallback.js";
import { requireWords } from "./require-words.js";

/** `/creator lookup WHO`: the card of a creator; of several that fit a choice; of none the nearest. */
export async function lookUpCommand(heard: Answering, who: string, hint?: string): Promise<void> {
  requireWords(who, "whom to look up", "/creator lookup @mia.glow");
  await answer(heard, await lookUpMessage(heard, who, hint));
}

/** @param hint a command that was probably meant, said where nobody is found */
export async function lookUpMessage(
  { bot, asked }: { bot: Bot; asked: Asked },
  who: string,
  hint?: string,
): Promise<SlackMessage> {
  const scope = scopeOf(asked);
  const { brand, actor } = asked;
  const found = await lookUp(bot.db, who, scope);
  if (found.kind === "none") {
    const elsewhere = await findElsewhere(bot, asked, who);
    const mayAdd = can(actor, "change", brand._id);
    return nobodyFound(who, found.nearest, brand, { hint, elsewhere, mayAdd });
  }
  if (found.kind === "several") return severalCreators(who, found, brand);
  const detail = await creatorDetail(bot.db, found.creator.id, scope);
  return creatorCard(detail, { brand, mayChange: can(actor, "change", brand._id) });
}

/** A creator whom only other brands work with, of those that the person may see. */
async function findElsewhere({ db }: Bot, { actor }: Asked, who: string): Promise<Elsewhere | undefined> {
  const brands = await allBrands(db);
  if (brands.size < 2) return undefined;
  const seen = [...brands.values()].filter(({ _id }) => can(actor, "see", _id));
  const found = await Promise.all(seen.map(({ _id }) => lookUp(db, who, { brandId: _id, actor: asViewer(actor) })));
  const creator = found.find((each) => each.kind === "one")?.creator;
  const theirs = seen.filter((_brand, at) => isOne(found[at], creator?.id));
  return creator && { creator, brands: theirs };
}

const isOne = (found: LookupResult | undefined, id: string | undefined): boolean =>
  found?.kind === "one" && found.creator.id === id;
