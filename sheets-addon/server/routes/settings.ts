import { z } from "zod";
import { can } from "../../../core/access/index.js";
import { allBrands } from "../../../core/brands/index.js";
import { listSegments, saveSegment } from "../../../core/segments/index.js";
import { actorOf } from "../caller.js";
import { route } from "../route.js";
import { BRAND, LIST, QUERY, text } from "../schemas.js";

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
