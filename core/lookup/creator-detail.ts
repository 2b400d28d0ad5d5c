import type { Connection } from "mongoose";
import { can, requireRight } from "../access/actor.js";
import { maskContacts, maskEmail, maskPhone } from "../access/mask-contacts.js";
import { allBrands } from "../brands/find-brand.js";
import { type Communication, recentCommunications } from "../communications/index.js";
import type { BrandCreator, LinkStatus } from "../creators/brand-creator.js";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import type { Address, Creator } from "../creators/creator.js";
import { creatorModel } from "../creators/creator-model.js";
import { present } from "../creators/present.js";
import { CrmError } from "../errors/index.js";
import {
  ALL_BRANDS,
  type CreatorRow,
  type SampleRow,
  toCreatorRow,
  toSampleRow,
  toVideoRow,
  type VideoRow,
} from "../lists/index.js";
import { collectionOf } from "../mongo/model-of.js";
import { sampleModel } from "../samples/sample-model.js";
import { sightingModel } from "../sightings/sighting-model.js";
import type { Figure, Snapshot, Window } from "../snapshots/snapshot.js";
import { snapshotModel } from "../snapshots/snapshot-model.js";
import { videoModel } from "../videos/video-model.js";
import type { LookupScope } from "./read-creators.js";
import { type ImportOrigin, type SourceOfValue, type SourcesOfFields, sourcesOf } from "./sources-of.js";

/** One brand that a creator works with. */
interface BrandOfCreator {
  brand: string;
  name: string;
  status: LinkStatus;
  joinedAt?: Date;
  tags: string[];
  gmvCents?: number;
  gmv30Cents?: number;
  videoGmvCents?: number;
  samples: number;
  videos: number;
  itemsSold: number;
}

interface SnapshotRow {
  source: string;
  window: Window;
  asOf: string;
  brand: string;
  figures: { [F in Figure]?: number };
}

/** Everything that is known of one creator, for a brand or for all. */
export interface CreatorDetail extends CreatorRow {
  brands: BrandOfCreator[];
  sources: SourcesOfFields;
  /** How many values of other sources wait to be looked at. */
  alternatives: number;
  recent: { samples: SampleRow[]; videos: VideoRow[]; snapshots: SnapshotRow[]; communications: Communication[] };
}

/** The newest of each kind. */
const RECENT = 20;

/** @throws CrmError `forbidden`, or `not-found` when the brand does not work with the creator */
export async function creatorDetail(
  db: Connection,
  creatorId: string,
  { brandId, actor }: LookupScope,
): Promise<CreatorDetail> {
  requireRight(actor, "see", brandId);
  const contacts = can(actor, "see-contacts", brandId);
  const [creator, links, brands] = await Promise.all([
    collectionOf(creatorModel(db)).findOne({ _id: creatorId }),
    collectionOf(brandCreatorModel(db)).find({ creatorId }).sort({ brandId: 1 }).toArray(),
    allBrands(db),
  ]);
  const link = links.find((each) => each.brandId === brandId);
  const record = brandId === ALL_BRANDS ? creator : link;
  if (creator === null || record === null || record === undefined) {
    throw new CrmError("not-found", `no creator ${creatorId}`, { say: "There is no such creator of this brand." });
  }
  const slugOf = (id: string) => brands.get(id)?.slug ?? id;
  const shownLinks = link && brandId !== ALL_BRANDS ? [link] : links;
  const ofBrand = brandId === ALL_BRANDS ? undefined : brandId;
  const [sources, recent, communications] = await Promise.all([
    readSources(db, creator, shownLinks, slugOf),
    readRecent(db, creatorId, brandId, slugOf),
    recentCommunications(db, creator, { brandId: ofBrand, limit: RECENT, slugOf }),
  ]);
  return {
    ...toCreatorRow(record, { contacts }),
    alternatives: creator.alternatives,
    brands: links
      .filter((each) => can(actor, "see", each.brandId))
      .map((each) => brandOf(each, slugOf(each.brandId), brands.get(each.brandId)?.name)),
    sources: contacts ? sources : maskSources(sources),
    recent: { ...recent, communications },
  };
}

function brandOf(link: BrandCreator, brand: string, name = brand): BrandOfCreator {
  const { status, joinedAt, tags, gmvCents, gmv30Cents, videoGmvCents, samples, videos, itemsSold } = link;
  const figures = { joinedAt, gmvCents, gmv30Cents, videoGmvCents };
  return { brand, name, status, tags, ...present(figures), samples, videos, itemsSold };
}

async function readSources(
  db: Connection,
  creator: Creator,
  links: readonly BrandCreator[],
  slugOf: (id: string) => string,
): Promise<SourcesOfFields> {
  const [sightings, imports] = await Promise.all([
    collectionOf(sightingModel(db))
      .find({ key: { $in: creator.keys } }, { projection: { seq: 1, fields: 1 } })
      .toArray(),
    readImports(db, creator, links),
  ]);
  return sourcesOf({ creator, links, sightings, imports, slugOf });
}

/** The imports behind a creator's values, by `seq`. */
async function readImports(
  db: Connection,
  { values, figures }: Creator,
  links: readonly BrandCreator[],
): Promise<Map<number, ImportOrigin>> {
  const seen = [
    ...Object.values(values).flat(),
    ...Object.values(figures),
    ...links.flatMap((link) => Object.values(link.figures)),
  ];
  const seqs = [...new Set(seen.map(({ seq }) => seq))];
  const found = await db
    .collection<ImportOrigin>("imports")
    .find({ seq: { $in: seqs } }, { projection: { seq: 1, acceptedAt: 1 } })
    .toArray();
  return new Map(found.map((origin) => [origin.seq, origin]));
}

async function readRecent(db: Connection, creatorId: string, brandId: string, slugOf: (id: string) => string) {
  const mine = brandId === ALL_BRANDS ? { creatorId } : { creatorId, brandId };
  const without = { projection: { claims: 0, seqs: 0, search: 0 } };
  const [samples, videos, snapshots] = await Promise.all([
    collectionOf(sampleModel(db)).find(mine, without).sort({ orderedAt: -1, _id: -1 }).limit(RECENT).toArray(),
    collectionOf(videoModel(db)).find(mine, without).sort({ postedAt: -1, _id: -1 }).limit(RECENT).toArray(),
    collectionOf(snapshotModel(db)).find(mine).sort({ asOf: -1, _id: -1 }).limit(RECENT).toArray(),
  ]);
  return {
    samples: samples.map((sample) => toSampleRow(sample, slugOf(sample.brandId))),
    videos: videos.map((video) => toVideoRow(video, slugOf(video.brandId))),
    snapshots: snapshots.map((snapshot) => toSnapshotRow(snapshot, slugOf(snapshot.brandId))),
  };
}

function toSnapshotRow({ source, window, asOf, figures }: Snapshot, brand: string): SnapshotRow {
  const values = Object.entries(figures).map(([name, { value }]) => [name, value]);
  return { source, window, asOf, brand, figures: Object.fromEntries(values) };
}

/** What people see who see contacts masked. */
function maskSources(sources: SourcesOfFields): SourcesOfFields {
  const masks: { [field: string]: (value: unknown) => unknown } = {
    email: (value) => maskEmail(String(value)),
    phone: (value) => maskPhone(String(value)),
    address: (value) => maskContacts({ address: value as Address }).address,
  };
  const masked = (field: string, source: SourceOfValue) =>
    masks[field] && source.value !== null ? { ...source, value: masks[field](source.value) } : source;
  return Object.fromEntries(
    Object.entries(sources).map(([field, values]) => [field, values.map((source) => masked(field, source))]),
  );
}
