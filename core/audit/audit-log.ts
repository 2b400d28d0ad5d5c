import type { Connection } from "mongoose";
import { type Actor, ALL_BRANDS, can, requireRight } from "../access/actor.js";
import { personModel } from "../access/person-model.js";
import { findBrand } from "../brands/find-brand.js";
import { findCreator } from "../edits/find-creator.js";
import { mentionModel } from "../imports/mention-model.js";
import { collectionOf } from "../mongo/model-of.js";
import { hideContacts } from "../query/index.js";
import { sightingModel } from "../sightings/sighting-model.js";
import { beforeCursor, newestFirst, readCursor, writeCursor } from "./audit-cursor.js";
import type { AuditEntry } from "./audit-entry.js";
import { type AboutCreator, auditStreams } from "./audit-streams.js";
import { maskChange } from "./mask-change.js";
import { nameEntries } from "./name-entries.js";

export interface AuditRequest {
  actor: Actor;
  /** A handle: only what was about this creator. */
  creator?: string;
  /** Id or name of a person. */
  by?: string;
  since?: Date;
  /** Slug, or `all`; left out, every brand that the actor may see. */
  brand?: string;
  limit?: number;
  /** `next` of the page before. */
  cursor?: string;
}

export interface AuditPage {
  entries: AuditEntry[];
  next?: string;
}

const PAGE = 50;
const MOST = 500;

/**
 * Who did what, newest first: changes of creators, changes of many, merges, imports, and what was taken back. The
 * contacts in it are masked for whoever sees contacts masked.
 */
export async function auditLog(db: Connection, request: AuditRequest): Promise<AuditPage> {
  const { actor, by, since, limit = PAGE, cursor } = request;
  const brandId = request.brand === undefined ? undefined : await brandIdOf(db, request.brand);
  if (brandId !== undefined) requireRight(actor, "see", brandId);
  const most = Math.max(1, Math.min(limit, MOST));
  const before = cursor === undefined ? undefined : readCursor(cursor);
  const of = request.creator === undefined ? undefined : await aboutCreator(db, request.creator, actor);
  const ids = by === undefined ? undefined : await idsOf(db, by);

  const streams = auditStreams(db, of);
  const read = await Promise.all(
    streams.map((stream) => {
      const filter = {
        $and: [
          brandFilter(actor, brandId),
          ids === undefined ? {} : { [stream.by]: { $in: ids } },
          since === undefined ? {} : { [stream.at]: { $gte: since } },
          before === undefined ? {} : beforeCursor(stream, before),
        ],
      };
      return stream.read({ filter, limit: most + 1 });
    }),
  );
  const entries = read.flat().sort(newestFirst);
  const page = entries.slice(0, most).map((entry) => shownTo(actor, entry));
  const last = page.at(-1);
  return {
    entries: await nameEntries(db, page),
    ...(entries.length > most && last ? { next: writeCursor(last) } : {}),
  };
}

const brandIdOf = async (db: Connection, slug: string) =>
  slug === ALL_BRANDS ? ALL_BRANDS : (await findBrand(db, slug))._id;

/** Of the brands asked for, those that the actor may see. */
function brandFilter(actor: Actor, brandId: string | undefined): object {
  if (brandId !== undefined && brandId !== ALL_BRANDS) return { brandId };
  if (can(actor, "see")) return {};
  return { brandId: { $in: actor.rights.map((grant) => grant.brandId) } };
}

async function aboutCreator(db: Connection, who: string, actor: Actor): Promise<AboutCreator> {
  const { keys } = await findCreator(db, who, actor);
  const named = { key: { $in: keys } };
  const [seqs, undone] = await Promise.all([
    collectionOf(sightingModel(db)).distinct("seq", named),
    collectionOf(mentionModel(db)).distinct("seq", named),
  ]);
  return { keys, seqs: [...seqs, ...undone] };
}

/** Whoever has it as id, and whoever is called so. */
async function idsOf(db: Connection, person: string): Promise<string[]> {
  const people = await collectionOf(personModel(db))
    .find({ name: person })
    .project<{ _id: string }>({ _id: 1 })
    .toArray();
  return [person, ...people.map(({ _id }) => _id)];
}

function shownTo(actor: Actor, entry: AuditEntry): AuditEntry {
  if (can(actor, "see-contacts", entry.brandId)) return entry;
  switch (entry.what) {
    case "edit":
    case "edit-undone":
      return { ...entry, change: maskChange(entry.change) };
    case "batch":
    case "batch-undone":
      return { ...entry, query: hideContacts(entry.query) };
    case "setting":
      return entry.kind === "segment" ? { ...entry, ...hiddenIn(entry) } : entry;
    default:
      return entry;
  }
}

/** The queries of a segment. */
const hiddenIn = ({ from, to }: { from?: string; to?: string }) => ({
  ...(from === undefined ? {} : { from: hideContacts(from) }),
  ...(to === undefined ? {} : { to: hideContacts(to) }),
});
