import type { IndexDefinition, IndexOptions } from "mongoose";

type Index = [keys: IndexDefinition, options?: IndexOptions];

/** In nearly every document: the index holds those without a value too, last pages read them from it. */
const MOSTLY_KNOWN = ["handle", "gmvCents", "videos", "samples", "itemsSold", "joinedAt", "updatedAt"];

/** Often absent: what is not there costs an import nothing. Last pages, of those without, go by `_id`. */
const OFTEN_UNKNOWN = [
  "badgeRank",
  "followers",
  "gmv30Cents",
  "emvCents",
  "videoGmvCents",
  "lastSampledAt",
  "lastPostedAt",
  "lastContactedAt",
];

const known = (path: string): IndexOptions => ({ partialFilterExpression: { [path]: { $exists: true } } });
const when = (path: string, condition: unknown): IndexOptions => ({ partialFilterExpression: { [path]: condition } });

/**
 * The indexes by which `creators` and `brandCreators` are listed: each sort key, and each thing that can be asked for.
 *
 * @param first what each begins with: the brand, where a list is of one
 */
export function listedIndexes(first: Record<string, 1>): Index[] {
  const on = (path: string, options?: IndexOptions): Index => [{ ...first, [path]: 1 }, options];
  const sorted = (path: string, options?: IndexOptions): Index => [{ ...first, [path]: 1, _id: 1 }, options];
  return [
    // sort: by each of them, either way, page after page; and gmv:>5k, videos:0, sampled:<30d.
    ...MOSTLY_KNOWN.map((path) => sorted(path)),
    ...OFTEN_UNKNOWN.map((path) => sorted(path, known(path))),
    // status:blocked, source:euka.
    on("status"),
    on("sources"),
    // tag:vip, product:"glow serum"; those without any are left out.
    on("tags", when("tags", { $gt: "" })),
    on("productIds", when("productIds", { $gt: "" })),
    // state:CA, country:US, city:austin.
    on("state", known("state")),
    on("country", known("country")),
    on("search.city", known("search.city")),
    // name:mia, and notes:shipping, has:notes.
    on("search.name", known("search.name")),
    on("search.notes", known("search.notes")),
    // has:verified-phone, is:whitelisted, is:opted-out.
    on("phoneVerified", when("phoneVerified", true)),
    on("whitelisted", when("whitelisted", true)),
    on("optedOut.email", when("optedOut.email", true)),
    on("optedOut.sms", when("optedOut.sms", true)),
    // has:alternatives, is:duplicate, is:ghosting.
    on("alternatives", when("alternatives", { $gt: 0 })),
    on("duplicates", when("duplicates", { $gt: 0 })),
    on("lastDeliveredAt", known("lastDeliveredAt")),
  ];
}
