import type { Connection } from "mongoose";
import { can, requireRight } from "../access/actor.js";
import type { Brand } from "../brands/brand.js";
import { allBrands } from "../brands/find-brand.js";
import { CrmError } from "../errors/index.js";
import { type CompiledQuery, type CompileOptions, compileWithCreators, type Query, readQuery } from "../query/index.js";
import { both, conditionsIn } from "./conditions.js";
import { ALL_BRANDS, type ListQuestion, PATIENCE } from "./list-request.js";
import { type ListSource, listSource } from "./list-source.js";
import { type Order, orderOf } from "./order.js";
import { resolveProducts } from "./resolve-names.js";
import { findWays, narrowest } from "./ways.js";

/** The most creators that `by:(…)` hands on: their ids are part of one request, which has its bounds. */
const MOST_CREATORS = 100_000;
/** Ids of creators that are read at a time. */
const BATCH = 10_000;

/** A question that is ready to be put to the database. */
export interface PreparedList {
  query: Query;
  source: ListSource;
  filter: CompiledQuery["filter"];
  order: Order;
  brands: ReadonlyMap<string, Brand>;
  /** Whether who asks sees contacts. */
  contacts: boolean;
}

/** @throws CrmError `wrong-input` for a mistake in the query, `forbidden` for a brand or a contact that may not be asked for */
export async function prepareList(db: Connection, question: ListQuestion): Promise<PreparedList> {
  requireRight(question.actor, "see", question.brandId);
  const contacts = can(question.actor, "see-contacts", question.brandId);
  const query = readQuery(question.query, question.list);
  const brandId = question.brandId === ALL_BRANDS ? undefined : question.brandId;
  const [brands, productIds] = await Promise.all([allBrands(db), resolveProducts(db, query, brandId)]);
  const { now, zone, segments } = question;
  const brandIds = new Map([...brands.values()].map(({ slug, _id }) => [slug, _id]));
  const options: CompileOptions = { now, zone, contacts, segments, brandId, brandIds, productIds };
  const compiled = await compileWithCreators(query, options, (by) => findCreatorIds(db, by, brandId));
  return {
    query,
    source: listSource(db, compiled.collection, brandId),
    filter: compiled.filter,
    order: orderOf(query, brandId !== undefined),
    brands,
    contacts,
  };
}

/** Whose samples or videos are asked for: by their ids alone, which an index holds beside what is asked. */
async function findCreatorIds(db: Connection, by: CompiledQuery, brandId: string | undefined): Promise<string[]> {
  const source = listSource(db, by.collection, brandId);
  const way = narrowest(await findWays(source, conditionsIn(by.filter), MOST_CREATORS), MOST_CREATORS);
  const among = way?.ids && { _id: { $in: [...(await way.ids())] } };
  const hint = among ? "_id_" : (way?.hint ?? source.brandIndex);
  const found = source.collection
    .find(both(among ?? {}, by.filter), { hint, projection: { _id: 1 }, maxTimeMS: PATIENCE, batchSize: BATCH })
    .limit(MOST_CREATORS + 1);
  const ids: string[] = [];
  for await (const { _id } of found) ids.push(brandId === undefined ? _id : _id.slice(brandId.length + 1));
  if (ids.length <= MOST_CREATORS) return ids;
  const most = MOST_CREATORS.toLocaleString("en-US");
  const say = `by:(…) finds more than ${most} creators. Add a term that fits fewer.`;
  throw new CrmError("refused", "by finds too many creators", { say });
}
