import type { Connection } from "mongoose";
import { z } from "zod";
import { type Actor, requireRight } from "../access/actor.js";
import { recordSettingChange } from "../access/record-setting-change.js";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { isDuplicate } from "../mongo/write-guarded.js";
import type { Brand } from "./brand.js";
import { brandModel } from "./brand-model.js";
import { allBrands, findBrand } from "./find-brand.js";

const isZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** What a person may set of a brand. */
export const brandSettings = z.strictObject({
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "expected letters, digits and dashes, such as glow-uk")
    .refine((slug) => slug !== "all", "all means every brand: take another"),
  name: z.string().trim().min(1, "expected a name").max(80, "expected at most 80 characters"),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, "expected a currency code such as USD or GBP")
    .refine((code) => Intl.supportedValuesOf("currency").includes(code), "expected a currency code such as USD or GBP"),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "expected a country code of two letters, such as US or GB"),
  zone: z.string().trim().refine(isZone, "expected a time zone such as America/New_York"),
  postalAddress: z.string().trim().max(300, "expected at most 300 characters"),
});

export type BrandSettings = z.infer<typeof brandSettings>;

/** Who changes brands, and when. */
export interface ActingOnBrands {
  actor: Actor;
  now: Date;
}

/** Adds a brand; what is not given is as for the default brand. */
export async function addBrand(db: Connection, given: Record<string, string>, acting: ActingOnBrands): Promise<Brand> {
  requireRight(acting.actor, "manage");
  const { slug, name, ...rest } = parse(given);
  if (slug === undefined)
    throw new CrmError("wrong-input", "a brand without slug", { say: "Expected slug=… for a new brand." });
  await allBrands(db);
  const brand: Brand = {
    _id: slug,
    slug,
    name: name ?? slug,
    currency: "USD",
    country: "US",
    zone: "UTC",
    ...rest,
    createdAt: acting.now,
  };
  await collectionOf(brandModel(db)).insertOne(brand).catch(refuseTaken(slug));
  await logBrand(db, undefined, brand, acting);
  return brand;
}

/** Changes a brand. What was imported keeps the settings that it was accepted with. */
export async function changeBrand(
  db: Connection,
  slug: string,
  given: Record<string, string>,
  acting: ActingOnBrands,
): Promise<Brand> {
  const brand = await findBrand(db, slug);
  requireRight(acting.actor, "manage", brand._id);
  const settings = parse(given);
  if (Object.keys(settings).length === 0) return brand;
  const changed = await collectionOf(brandModel(db))
    .findOneAndUpdate({ _id: brand._id }, { $set: settings }, { returnDocument: "after" })
    .catch(refuseTaken(settings.slug ?? slug));
  await logBrand(db, brand, changed ?? brand, acting);
  return changed ?? brand;
}

async function logBrand(
  db: Connection,
  before: Brand | undefined,
  after: Brand,
  acting: ActingOnBrands,
): Promise<void> {
  const words = (brand: Brand) =>
    Object.keys(brandSettings.shape)
      .filter((name) => before?.[name as keyof Brand] !== after[name as keyof Brand])
      .map((name) => `${name}=${brand[name as keyof Brand] ?? ""}`)
      .join(" ");
  const [from, to] = [before && words(before), words(after)];
  await recordSettingChange(db, { kind: "brand", subject: after.slug, brandId: after._id, from, to }, acting);
}

/** Turns the refusal of a slug that another brand has into words; any other error goes on. */
function refuseTaken(slug: string): (cause: unknown) => never {
  return (cause) => {
    if (!isDuplicate(cause)) throw cause;
    throw new CrmError("refused", `brand ${slug} exists`, { say: `There is a brand "${slug}" already.`, cause });
  };
}

function parse(given: Record<string, string>): Partial<BrandSettings> {
  const parsed = brandSettings.partial().safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = issue?.path.join(".") || (issue && "keys" in issue ? issue.keys.join(", ") : "");
  const known = Object.keys(brandSettings.shape).join(", ");
  const say =
    issue?.code === "unrecognized_keys"
      ? `There is no setting "${name}". The settings are: ${known}.`
      : `${name}: ${issue?.message}.`;
  throw new CrmError("wrong-input", `brand setting ${name}`, { say });
}
