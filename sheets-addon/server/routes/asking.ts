import { z } from "zod";
import { can } from "../../../core/access/index.js";
import { allBrands } from "../../../core/brands/index.js";
import type { AskableField, CompleteAnswer, FieldsAnswer } from "../../../core/contract/index.js";
import { ALL_BRANDS, storedValues } from "../../../core/lists/index.js";
import {
  askableFields,
  complete,
  type Field,
  type ListName,
  MAX_LENGTH,
  mistakeIn,
  type QueryError,
  sortableFields,
} from "../../../core/query/index.js";
import { listSegments, segmentQueries } from "../../../core/segments/index.js";
import { type AskedBrand, askBrand } from "../caller.js";
import { columnsOf } from "../columns.js";
import { type Asked, route } from "../route.js";
import { BRAND, LIST, QUERY } from "../schemas.js";
import { SHEET_COLUMN } from "../sheet-request.js";

const field = z.object({
  name: z.string(),
  aliases: z.array(z.string()),
  kind: z.enum(["text", "set", "number", "time", "fact", "by"]),
  label: z.string(),
  help: z.string(),
  examples: z.array(z.string()),
  values: z.array(z.string()).optional().describe("All there are; else POST /complete finds them."),
});

export const fieldsRoute = route({
  method: "get",
  path: "/fields",
  summary: "What can be asked of a list, and which columns it has.",
  query: z.strictObject({ list: LIST.optional(), brand: BRAND.optional() }),
  answer: z.object({
    columns: z.array(SHEET_COLUMN),
    fields: z.array(field),
    sorts: z.array(z.object({ name: z.string(), label: z.string() })),
  }),
  async handle({ query: { list = "creators", brand } }, asked) {
    const { currency } = await askBrand(asked, brand);
    const answer: FieldsAnswer = {
      columns: columnsOf(list, currency),
      fields: askableFields(list).flatMap(describeField),
      sorts: sortableFields(list).map(({ name, label }) => ({ name, label })),
    };
    return { body: answer };
  },
});

/** A field as a filter builder needs it; the order of a list is chosen beside it. */
function describeField(field: Field): AskableField[] {
  const { name, kind, label, help, examples, aliases = [] } = field;
  if (kind === "sort" || kind === "shown") return [];
  const facts = field.kind === "fact" ? field.facts.map((fact) => fact.name) : undefined;
  const values = field.kind === "set" ? field.values : facts;
  const described = { name, aliases: [...aliases], kind, label, help, examples: [...examples] };
  return [{ ...described, ...(values ? { values: [...values] } : {}) }];
}

export const completeRoute = route({
  method: "post",
  path: "/complete",
  summary: "How a query could go on at the cursor, and what is wrong with it as it stands.",
  body: z.strictObject({ list: LIST, brand: BRAND, query: QUERY, cursor: z.int().min(0).max(MAX_LENGTH) }),
  answer: z.object({
    from: z.int(),
    to: z.int(),
    offers: z.array(z.object({ text: z.string(), help: z.string().optional() })),
    mistake: z
      .object({ position: z.int(), length: z.int(), reason: z.string(), suggestion: z.string().optional() })
      .optional(),
  }),
  async handle({ body: { list, brand: slug, query, cursor } }, asked) {
    const brand = await askBrand(asked, slug);
    const segments = (await listSegments(asked.db, brand)).map(({ name }) => name);
    const values = storedValues(asked.db, { list, ...brand }, segments);
    const mistake = await findMistake(asked, brand, { list, query });
    const answer: CompleteAnswer = {
      ...(await complete(query, cursor, list, values)),
      ...(mistake ? { mistake } : {}),
    };
    return { body: answer };
  },
});

/** What products are called is left to the list itself: it finds none where there is none. */
async function findMistake(
  { db, now }: Asked,
  { brandId, zone, actor }: AskedBrand,
  { list, query }: { list: ListName; query: string },
): Promise<QueryError | undefined> {
  const [brands, segments] = await Promise.all([allBrands(db), segmentQueries(db)]);
  const brandIds = new Map([...brands.values()].map(({ slug, _id }) => [slug, _id]));
  const contacts = can(actor, "see-contacts", brandId);
  const one = brandId === ALL_BRANDS ? {} : { brandId };
  return mistakeIn(query, list, { ...one, now: now(), zone, contacts, brandIds, segments });
}
