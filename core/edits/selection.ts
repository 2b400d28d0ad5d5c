import type { Connection } from "mongoose";
import { requireRight } from "../access/actor.js";
import type { Brand } from "../brands/brand.js";
import { findBrand } from "../brands/find-brand.js";
import { CrmError } from "../errors/crm-error.js";
import { prepareList } from "../lists/prepare-list.js";
import { segmentQueries } from "../segments/segment-queries.js";
import type { Acting } from "./record-edits.js";

/** Creators of a brand that a query finds now. */
export interface Selected {
  brand: Brand;
  ids: string[];
  /** A few of their handles, to recognise the selection by. */
  examples: string[];
}

/** Handles that a preview shows. */
const MOST_EXAMPLES = 5;

/**
 * Finds whom a query means, at the server, before anything is changed: a change may well be one that the query asks for.
 *
 * @param query in the query language; an empty one is refused, because it is more often a slip than a wish
 */
export async function selectCreators(
  db: Connection,
  query: string,
  { actor, now, brand: slug }: Acting,
): Promise<Selected> {
  const brand = await findBrand(db, slug);
  requireRight(actor, "change", brand._id);
  if (query.trim() === "") {
    throw new CrmError("wrong-input", "a change of everybody", {
      say: "Expected a query, such as tag:vip. To mean every creator of the brand, write: handle:*",
    });
  }
  const { source, filter } = await prepareList(db, {
    list: "creators",
    query,
    brandId: brand._id,
    zone: brand.zone,
    now,
    actor,
    segments: await segmentQueries(db),
  });
  const ids: string[] = [];
  const examples: string[] = [];
  const found = source.collection.find(filter).project<{ creatorId: string; handle?: string }>({
    creatorId: 1,
    handle: 1,
  });
  for await (const { creatorId, handle } of found) {
    ids.push(creatorId);
    if (handle !== undefined && examples.length < MOST_EXAMPLES) examples.push(handle);
  }
  return { brand, ids, examples };
}
