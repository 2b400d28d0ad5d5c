import { z } from "zod";
import { can } from "../../../core/access/index.js";
import { allBrands } from "../../../core/brands/index.js";
import { askableFields, type Field, sortableFields } from "../../../core/query/index.js";
import { listSegments, saveSegment } from "../../../core/segments/index.js";
import { actorOf, askBrand } from "../caller.js";
import { columnsOf } from "../columns.js";
import { route } from "../route.js";
import { BRAND, LIST, QUERY, text } from "../schemas.js";
import { SHEET_COLUMN } from "../sheet-request.js";

export const fieldsRoute = route({
  method: "get",
  path: "/fields",
  summary: "What can be asked of a list, and which columns it has.",
  query: z.strictObject({ list: LIST.optional(), brand: BRAND.optional() }),
  answer: z.object({
    columns: z.array(SHEET_COLUMN),
    fields: z.array(z.looseObject({ name: z.string(), kind: z.string(), label: z.string(), help: z.string() })),
    sorts: z.array(z.object({ name: z.string(), label: z.string() })),
  }),
  async handle({ query: { list = "creators", brand } }, asked) {
    const { currency } = await askBrand(asked, brand);
    const sorts = sortableFields(list).map(({ name, label }) => ({ name, label }));
    return { body: { columns: columnsOf(list, currency), fields: askableFields(list).map(describeField), sorts } };
  },
});

/** A field as a filter builder needs it. */
function describeField(field: Field): object {
  const { name, kind, label, help, examples, format, aliases = [] } = field;
  const values = field.kind === "fact" ? field.facts.map((fact) => fact.name) : undefined;
  const known = field.kind === "set" ? field.values : values;
  return { name, kind, label, help, examples, format, aliases, ...(known ? { values: known } : {}) };
}

export const brandsRoute = route({
  method: "get",
  path: "/brands",
  summary: "The brands that the person may look at.",
  answer: z.object({ brands: z.array(z.looseObject({ slug: z.string(), name: z.string() })) }),
  async handle(_input, asked) {
    const actor = actorOf(asked);
    const brands = [...(await allBrands(asked.db)).values()].filter(({ _id }) => can(actor, "see", _id));
    return {
      body: {
        brands: brands.map(({ slug, name, currency, country, zone }) => ({ slug, name, currency, country, zone })),
      },
    };
  },
});

const segment = z.object({
  name: z.string(),
  list: LIST,
  query: z.string(),
  brand: z.string(),
  owner: z.string(),
  savedAt: z.string(),
});

export const segmentsRoute = route({
  method: "get",
  path: "/segments",
  summary: "The saved queries.",
  answer: z.object({ segments: z.array(segment) }),
  async handle(_input, asked) {
    const brands = await allBrands(asked.db);
    const segments = await listSegments(asked.db, { actor: actorOf(asked) });
    return { body: { segments: segments.map((each) => shown(each, brands)) } };
  },
});

export const saveSegmentRoute = route({
  method: "post",
  path: "/segments",
  summary: "Saves a query under a name, or changes the one of that name.",
  body: z.strictObject({ name: text(200).min(1), query: QUERY, list: LIST.optional(), brand: BRAND.optional() }),
  answer: segment,
  async handle({ body }, asked) {
    const saved = await saveSegment(asked.db, body, { actor: actorOf(asked), now: asked.now() });
    return { status: 201, body: shown(saved, await allBrands(asked.db)) };
  },
});

type Brands = Awaited<ReturnType<typeof allBrands>>;
type Segments = Awaited<ReturnType<typeof listSegments>>;

const shown = ({ name, list, query, brandId, owner, savedAt }: Segments[number], brands: Brands) => ({
  name,
  list,
  query,
  brand: brands.get(brandId)?.slug ?? brandId,
  owner,
  savedAt: savedAt.toISOString(),
});
