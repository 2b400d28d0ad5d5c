import type { Connection } from "mongoose";
import { type Actor, can } from "../access/actor.js";
import type { Brand } from "../brands/brand.js";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import { creatorModel } from "../creators/creator-model.js";
import { countFitting } from "../mongo/count-fitting.js";
import { collectionOf } from "../mongo/model-of.js";
import { bounded, COUNT_TO, type Counted } from "./counted.js";

/** Creators who wait for a person to decide something about them. */
export interface ToDecide {
  alternatives: Counted;
  doubles: Counted;
}

/** Whoever decides about creators may change them, and see their contacts, for every brand or for some. */
export async function readToDecide(
  db: Connection,
  actor: Actor,
  brands: ReadonlyMap<string, Brand>,
): Promise<ToDecide | undefined> {
  if (can(actor, "change")) {
    const creators = collectionOf(creatorModel(db));
    const [alternatives, doubles] = await Promise.all([
      countFitting(creators, { alternatives: { $gt: 0 } }, { limit: COUNT_TO, hint: { alternatives: 1 } }),
      countFitting(creators, { duplicates: { $gt: 0 } }, { limit: COUNT_TO, hint: { duplicates: 1 } }),
    ]);
    return { alternatives: bounded(alternatives), doubles: bounded(doubles) };
  }
  const mine = [...brands.keys()].filter((id) => can(actor, "change", id));
  if (mine.length === 0) return undefined;
  const links = collectionOf(brandCreatorModel(db));
  const among = { brandId: { $in: mine } };
  const [alternatives, doubles] = await Promise.all([
    countFitting(
      links,
      { ...among, alternatives: { $gt: 0 } },
      { limit: COUNT_TO, hint: { brandId: 1, alternatives: 1 } },
    ),
    countFitting(links, { ...among, duplicates: { $gt: 0 } }, { limit: COUNT_TO, hint: { brandId: 1, duplicates: 1 } }),
  ]);
  return { alternatives: bounded(alternatives), doubles: bounded(doubles) };
}
