import type { Collection, Filter } from "mongodb";
import type { Connection } from "mongoose";
import type { Actor } from "../access/actor.js";
import type { BrandCreator } from "../creators/brand-creator.js";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import type { Creator } from "../creators/creator.js";
import { creatorModel } from "../creators/creator-model.js";
import { emptyState, foldEdit, type LinkState } from "../creators/creator-state.js";
import { foldNotes, uniteLinks } from "../creators/present-creator.js";
import { collectionOf } from "../mongo/model-of.js";
import { type Guarded, writeBulk } from "../mongo/write-guarded.js";
import type { CreatorKey } from "../sightings/sighting.js";
import type { ManyChange } from "./batch.js";
import type { Edit, LinkChange } from "./edit.js";
import { editKeyOf, mergesOf } from "./edit-key.js";
import { editModel } from "./edit-model.js";
import { newEdit } from "./record-edits.js";

/** A change of many, made by somebody for a brand at one time. */
export interface SignedChange {
  change: ManyChange;
  actor: Actor;
  brandId: string;
  at: Date;
  batch: string;
}

type NarrowCreator = Pick<Creator, "_id" | "keys" | "handles" | "tiktokUserId" | "rev" | "stale">;
type NarrowLink = Pick<
  BrandCreator,
  "_id" | "brandId" | "creatorId" | "status" | "tags" | "notes" | "whitelisted" | "rev"
>;

/** What came of a group: how many it changed, and the names of those that have to be computed in full. */
export interface FoldedMany {
  changed: number;
  rest: CreatorKey[];
}

/**
 * Changes a group of creators: an edit for each that is not that way already, folded into the stored creator and link
 * by the same rule that computes them in full. A few requests, however many; every write is guarded by `rev`.
 *
 * Edits are stored before anything is written to a creator. Where folding is not enough (a creator marked stale, one
 * without a link, one with a newer edit) or somebody else was first, the names are answered: they are to be computed.
 *
 * No transaction: within one, MongoDB 6 reads the catalogue of a collection's indexes anew for every document that is
 * written, which makes ten thousand of them a minute.
 */
export async function foldMany(db: Connection, ids: readonly string[], signed: SignedChange): Promise<FoldedMany> {
  const { creators, linksOf } = await readGroup(db, ids);
  const [merges, overtaken] = await Promise.all([mergesOf(db, creators), keysEditedSince(db, creators, signed.at)]);

  const edits: Edit[] = [];
  const rest: CreatorKey[] = [];
  const fast: CreatorKey[] = [];
  const creatorWrites = new AlikeWrites(signed.at);
  const linkWrites = new AlikeWrites(signed.at);
  for (const creator of creators) {
    const links = linksOf.get(creator._id) ?? [];
    const link = links.find(({ brandId }) => brandId === signed.brandId);
    const change = changeFor(signed.change, link);
    if (change === undefined) continue;
    const edit = newEdit(editKeyOf(creator, merges), change, signed);
    edits.push(edit);
    if (link === undefined || creator.stale || creator.keys.some((key) => overtaken.has(key))) {
      rest.push(...creator.keys);
      continue;
    }
    fast.push(...creator.keys);
    const folded = { ...link, ...foldLink(link, edit) };
    linkWrites.add(link, fieldsOf(change, folded));
    const united = uniteLinks(links.map((other) => (other === link ? folded : other)));
    creatorWrites.add(creator, fieldsOf(change, united));
  }
  if (edits.length === 0) return { changed: 0, rest };
  await collectionOf(editModel(db)).insertMany(edits, { ordered: false });
  const written = await Promise.all([
    creatorWrites.send(collectionOf(creatorModel(db))),
    linkWrites.send(collectionOf(brandCreatorModel(db))),
  ]);
  const isLost = written.includes(false);
  return { changed: edits.length, rest: isLost ? [...rest, ...fast] : rest };
}

async function readGroup(db: Connection, ids: readonly string[]) {
  const creators = await collectionOf(creatorModel(db))
    .find({ _id: { $in: [...ids] } })
    .project<NarrowCreator>({ keys: 1, handles: 1, tiktokUserId: 1, rev: 1, stale: 1 })
    .toArray();
  const links = await collectionOf(brandCreatorModel(db))
    .find({ creatorId: { $in: [...ids] } })
    .project<NarrowLink>({ brandId: 1, creatorId: 1, status: 1, tags: 1, notes: 1, whitelisted: 1, rev: 1 })
    // As they are when computed in full.
    .sort({ brandId: 1 })
    .toArray();
  const linksOf = new Map<string, NarrowLink[]>();
  for (const link of links) {
    const others = linksOf.get(link.creatorId);
    if (others === undefined) linksOf.set(link.creatorId, [link]);
    else others.push(link);
  }
  return { creators, linksOf };
}

/** Edits count in the order of their time: what is newer than this change cannot have it folded on top. */
async function keysEditedSince(db: Connection, creators: readonly NarrowCreator[], at: Date): Promise<Set<CreatorKey>> {
  const newer = await collectionOf(editModel(db))
    .find({ keys: { $in: creators.flatMap(({ keys }) => keys) }, at: { $gte: at } })
    .project<Pick<Edit, "keys">>({ keys: 1 })
    .toArray();
  return new Set(newer.flatMap(({ keys }) => keys));
}

/** The change of one creator, as far as it is not that way already. */
function changeFor(change: ManyChange, link: NarrowLink | undefined): LinkChange | undefined {
  switch (change.kind) {
    case "tag": {
      const held = link?.tags ?? [];
      const add = change.add.filter((tag) => !held.includes(tag));
      const remove = change.remove.filter((tag) => held.includes(tag));
      return add.length + remove.length === 0 ? undefined : { kind: "tag", add, remove };
    }
    case "status": {
      const from = link?.status ?? "active";
      return from === change.to ? undefined : { kind: "status", from, to: change.to };
    }
    case "whitelist":
      return (link?.whitelisted ?? false) === change.to ? undefined : change;
    case "note":
      return change;
  }
}

/** The link with one edit folded in. */
function foldLink(link: NarrowLink, edit: Edit): Pick<LinkState, "status" | "tags" | "notes" | "whitelisted"> {
  const { brandId, status, tags, notes, whitelisted } = link;
  const state = emptyState({ handles: [], keys: new Set() });
  const folded: LinkState = { brandId, status, tags, notes, whitelisted, figures: {}, sources: [] };
  state.links.set(brandId, folded);
  foldEdit(state, edit);
  return folded;
}

/** The stored fields that a kind of change touches: the same names in a link and in a creator. */
function fieldsOf(change: LinkChange, of: ReturnType<typeof uniteLinks> | NarrowLink): Record<string, unknown> {
  if (change.kind === "tag") return { tags: of.tags };
  if (change.kind === "status") return { status: of.status };
  if (change.kind === "whitelist") return { whitelisted: of.whitelisted };
  return { notes: of.notes, "search.notes": foldNotes(of) };
}

/** Guarded writes, grouped: documents of one `rev` that get the same fields, as nearly all do, share one update. */
class AlikeWrites {
  private readonly alike = new Map<string, { rev: number; fields: Record<string, unknown>; ids: string[] }>();
  private readonly updatedAt: Date;
  private count = 0;

  constructor(updatedAt: Date) {
    this.updatedAt = updatedAt;
  }

  add({ _id, rev }: { _id: string; rev: number }, fields: Record<string, unknown>): void {
    this.count += 1;
    const key = `${rev} ${JSON.stringify(fields)}`;
    const same = this.alike.get(key);
    if (same === undefined) this.alike.set(key, { rev, fields, ids: [_id] });
    else same.ids.push(_id);
  }

  /** Answers false when one of the documents had been written by somebody else. */
  async send<D extends Guarded>(collection: Collection<D>): Promise<boolean> {
    const operations = [...this.alike.values()].map(({ rev, fields, ids }) => ({
      updateMany: {
        filter: { _id: { $in: ids }, rev } as Filter<D>,
        update: { $set: { ...fields, updatedAt: this.updatedAt }, $inc: { rev: 1 } } as never,
      },
    }));
    return (await writeBulk(collection, operations)) === this.count;
  }
}
