import { z } from "zod";
import { ALL_BRANDS, can, requireRight } from "../../../core/access/index.js";
import { allBrands, findBrand } from "../../../core/brands/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { type Import, importModel, inspectFile, previewImport } from "../../../core/imports/index.js";
import { actorOf } from "../caller.js";
import { readCursor, writeCursor } from "../cursor.js";
import { toImportRow } from "../import-row.js";
import { FORM } from "../read-body.js";
import { type Asked, route } from "../route.js";
import { fileOf, runUpload } from "../run-upload.js";
import { BRAND, DAY, PAGE, ROW, text, USUAL_LIMIT } from "../schemas.js";

export const importsRoute = route({
  method: "get",
  path: "/imports",
  summary: "The files that were taken in, newest first.",
  query: z.strictObject({ limit: PAGE.limit, cursor: PAGE.cursor }),
  answer: z.object({ imports: z.array(ROW), next: z.string().optional() }),
  async handle({ query: { limit = USUAL_LIMIT, cursor } }, asked) {
    const [time, id] = cursor === undefined ? [] : readCursor(cursor, 2);
    const at = new Date(time ?? Number.NaN);
    if (cursor !== undefined && Number.isNaN(at.getTime())) readCursor("", 2);
    const after = id === undefined ? {} : { $or: [{ receivedAt: { $lt: at } }, { receivedAt: at, _id: { $lt: id } }] };
    const found = await importModel(asked.db)
      .find({ $and: [after, seenBy(asked)] })
      .sort({ receivedAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean<Import[]>();
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = found.length > limit && last ? { next: writeCursor(last.receivedAt.toISOString(), last._id) } : {};
    const brands = await allBrands(asked.db);
    const slugOf = (brandId: string) => brands.get(brandId)?.slug ?? brandId;
    return { body: { imports: page.map((record) => toImportRow(record, slugOf(record.brandId))), ...next } };
  },
});

function seenBy(asked: Asked): object {
  const actor = actorOf(asked);
  return can(actor, "see", ALL_BRANDS) ? {} : { brandId: { $in: actor.rights.map(({ brandId }) => brandId) } };
}

export const importRoute = route({
  method: "get",
  path: "/imports/:id",
  summary: "One import, also while it runs.",
  params: z.strictObject({ id: text(40).min(1) }),
  answer: ROW,
  async handle({ params: { id } }, asked) {
    const record = await importModel(asked.db)
      .findOne({ $and: [{ _id: { $eq: id } }, seenBy(asked)] })
      .lean<Import>();
    if (!record) throw new CrmError("not-found", `no import ${id}`, { say: `There is no import "${id}".` });
    const brand = (await allBrands(asked.db)).get(record.brandId)?.slug ?? record.brandId;
    return { body: { ...toImportRow(record, brand), progress: record.progress } };
  },
});

const days = z.union([
  z.literal("lifetime"),
  z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number),
]);

const fields = z.strictObject({
  brand: BRAND.optional(),
  as: text(100).optional().describe("A source or a saved mapping, in place of recognising."),
  asOf: DAY.optional(),
  window: days.optional().describe("Days that figures sum over, or lifetime."),
  dryRun: z.enum(["true", "false"]).optional().describe("true previews: nothing is written."),
});

export const uploadRoute = route({
  method: "post",
  path: "/imports",
  summary: "Recognises a file, and previews it or takes it in. 202: it is still running, ask for it by its id.",
  file: true,
  body: z.strictObject({ ...FORM, fields }),
  answer: z.looseObject({ status: z.string() }),
  async handle({ body: form }, asked) {
    const { brand: slug, as, asOf, window, dryRun } = form.fields;
    const brand = await findBrand(asked.db, slug);
    requireRight(actorOf(asked), "change", brand._id);
    const inspected = await inspectFile(asked.db, fileOf(form), { brand, as, asOf, window }, asked.now());
    if ("known" in inspected && inspected.known.status === "done") return knownAnswer(inspected.known, brand.slug);
    if (dryRun === "true" && !("known" in inspected)) return previewAnswer(inspected, brand.slug, asked);
    const became = await runUpload(inspected, form, asked);
    if ("running" in became) return { status: 202, body: { id: became.running, status: "running" } };
    if ("known" in became) return knownAnswer(became.known, brand.slug);
    return { status: 201, body: toImportRow(became.record, brand.slug) };
  },
});

const knownAnswer = (known: Import, brand: string) => ({
  body: { ...toImportRow(known, brand), status: "known", known: known._id },
});

type Inspected = Exclude<Awaited<ReturnType<typeof inspectFile>>, { known: Import }>;

/** A tab gets a note at each rejected row: as many as Apps Script can write in one go. */
const MOST_REJECTIONS = 2_000;

async function previewAnswer(inspected: Inspected, brand: string, asked: Asked) {
  const acting = { actor: actorOf(asked), now: asked.now(), rejections: MOST_REJECTIONS };
  const { report, rejections } = await previewImport(asked.db, inspected, acting);
  const { table, file } = inspected;
  const body = { status: "previewed", file: file.name, source: table.source, mapping: table.mapping, brand, ...report };
  return { body: { ...body, rejections } };
}
