import type { Connection } from "mongoose";
import { requireRight } from "../access/actor.js";
import type { Brand } from "../brands/brand.js";
import { findBrand } from "../brands/find-brand.js";
import { CrmError } from "../errors/crm-error.js";
import { prepareList } from "../lists/prepare-list.js";
import { readPasted } from "../lookup/read-pasted.js";
import { segmentQueries } from "../segments/segment-queries.js";
import type { Acting } from "./record-edits.js";

/** Whom a change is for: a query, or a pasted list of handles or links. */
export type Selection = string | { pasted: string };

/** Creators of a brand that a selection means now. */
export interface Selected {
  brand: Brand;
  ids: string[];
  /** A few of their handles, to recognise the selection by. */
  examples: string[];
  /** The selection as the log of changes keeps it: the query, or how long a list was. */
  words: string;
  /** Of a pasted list: names that nobody of the brand has. */
  notFound: string[];
}

/** Handles that a preview shows. */
const MOST_EXAMPLES = 5;

/** Finds whom a selection means, at the server, before anything is changed: a change may well be one that it asks for. */
export async function selectCreators(db: Connection, selection: Selection, acting: Acting): Promise<Selected> {
  const brand = await findBrand(db, acting.brand);
  requireRight(acting.actor, "change", brand._id);
  return typeof selection === "string"
    ? byQuery(db, selection, brand, acting)
    : byList(db, selection.pasted, brand, acting);
}

/** @param query an empty one is refused, because it is more often a slip than a wish */
async function byQuery(db: Connection, query: string, brand: Brand, { actor, now }: Acting): Promise<Selected> {
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
  return { brand, ids, examples, words: query, notFound: [] };
}

async function byList(db: Connection, pasted: string, brand: Brand, { actor }: Acting): Promise<Selected> {
  const { found, former, notFound } = await readPasted(db, pasted, { brandId: brand._id, actor });
  const rows = new Map([...found, ...former.map(({ creator }) => creator)].map((row) => [row.id, row]));
  const named = found.length + former.length + notFound.length;
  if (named === 0) {
    throw new CrmError("wrong-input", "an empty list", {
      say: "Expected a list of handles or links to profiles, got nothing.",
    });
  }
  return {
    brand,
    ids: [...rows.keys()],
    examples: [...rows.values()].flatMap(({ handle }) => handle ?? []).slice(0, MOST_EXAMPLES),
    words: `a list of ${named} ${named === 1 ? "name" : "names"}`,
    notFound,
  };
}
