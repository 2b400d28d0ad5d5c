import type { Edit } from "../edits/edit.js";
import { type CreatorKey, handleKey, type Sighting, userKey } from "../sightings/sighting.js";
import type { Creator } from "./creator.js";
import { creatorIdOf } from "./creator-id.js";
import { type CreatorState, emptyState, foldEdit, foldSighting } from "./creator-state.js";
import type { Evidence } from "./gather-evidence.js";
import { type Binding, type Identities, type Identity, resolveIdentities } from "./identity.js";
import type { CreatorChange } from "./storing.js";

/** One creator as the evidence makes it. */
export interface ComputedCreator {
  identity: Identity;
  state: CreatorState;
  sightings: Sighting[];
  changes: CreatorChange[];
  /** The record that it was until now. */
  stored?: Creator;
  id: string;
}

/**
 * Who there is among some names, and what is known of each: out of sightings and edits alone.
 *
 * @param report imports whose changes are counted
 */
export function computeCreators(
  evidence: Evidence,
  report: ReadonlySet<number>,
): { identities: Identities; computed: ComputedCreator[] } {
  const identities = identify(evidence);
  const computed = compute(evidence, identities, report);
  assignIds(computed, evidence);
  return { identities, computed };
}

function identify({ sightings, edits }: Evidence): Identities {
  const evident = new Set<CreatorKey>();
  const bindings: Binding[] = [];
  for (const { key, bindings: stated = [], asOf, seq } of sightings) {
    evident.add(key);
    for (const { handle, line } of stated) bindings.push({ userId: key.slice(1), handle, asOf, seq, line });
  }
  for (const edit of edits) for (const key of edit.keys) evident.add(key);
  const merges = inOrder(edits).flatMap(({ key, change, at }) =>
    change.kind === "merge" ? [{ from: key, into: change.into, asOf: dayOf(at) }] : [],
  );
  return resolveIdentities(evident, bindings, merges);
}

const inOrder = (edits: readonly Edit[]) =>
  [...edits].sort((a, b) => a.at.getTime() - b.at.getTime() || (a._id < b._id ? -1 : 1));

function compute(
  { sightings, edits }: Evidence,
  identities: Identities,
  report: ReadonlySet<number>,
): ComputedCreator[] {
  const computed = new Map<Identity, ComputedCreator>();
  for (const identity of identities.all) {
    const state = emptyState(identity, identities.contestedOf(identity));
    computed.set(identity, { identity, state, sightings: [], changes: [], id: "" });
  }
  const holderOf = (edit: Edit) => entryOf(computed, identities.holderOf(edit.key, dayOf(edit.at)));
  /** Whoever a person has changed was there before. */
  const edited = new Set(edits.map(holderOf));
  for (const sighting of [...sightings].sort((a, b) => a.seq - b.seq)) {
    const entry = entryOf(computed, identities.holderOf(sighting.key, sighting.asOf));
    const { filled, alternatives } = foldSighting(entry.state, sighting);
    const { seq, key } = sighting;
    const isNew = entry.sightings.length === 0 && !edited.has(entry);
    if (report.has(seq)) entry.changes.push({ seq, key, isNew, filled, alternatives, snapshots: 0 });
    entry.sightings.push(sighting);
  }
  for (const edit of inOrder(edits)) foldEdit(holderOf(edit).state, edit);
  return [...computed.values()];
}

function entryOf(computed: Map<Identity, ComputedCreator>, identity: Identity | undefined): ComputedCreator {
  const entry = identity && computed.get(identity);
  if (entry === undefined) throw new Error("a sighting or an edit belongs to no identity");
  return entry;
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/**
 * Each identity keeps the record that had its user id, else its handle, else any of its names. Where several lead to one
 * record, as after a merge that was taken back, it stays with the one whose current name it bears.
 */
function assignIds(computed: ComputedCreator[], { creators, takenIds }: Evidence): void {
  const byKey = new Map<CreatorKey, Creator>();
  for (const creator of creators) for (const key of creator.keys) byKey.set(key, creator);
  const taken = new Set<string>();
  const candidates = computed.flatMap((entry) =>
    [...entry.identity.keys].map((key) => ({
      entry,
      creator: byKey.get(key),
      rank: keyRank(entry.identity, key),
      bears: bearsName(byKey.get(key), key) ? 0 : 1,
      key,
    })),
  );
  candidates.sort((a, b) => a.rank - b.rank || a.bears - b.bears || (a.key < b.key ? -1 : 1));
  for (const { entry, creator } of candidates) {
    if (entry.stored !== undefined || creator === undefined || taken.has(creator._id)) continue;
    taken.add(creator._id);
    entry.stored = creator;
    entry.id = creator._id;
    entry.state.duplicates = creator.duplicates;
  }
  for (const { _id } of creators) taken.add(_id);
  for (const id of takenIds) taken.add(id);
  for (const entry of computed) {
    const [key = ""] = [...entry.identity.keys].sort((a, b) => keyRank(entry.identity, a) - keyRank(entry.identity, b));
    for (let attempt = 0; entry.id === ""; attempt += 1) {
      const id = creatorIdOf(key, attempt);
      if (!taken.has(id)) entry.id = id;
    }
    taken.add(entry.id);
  }
}

function bearsName({ handle, tiktokUserId }: Partial<Creator> = {}, key: CreatorKey): boolean {
  if (tiktokUserId !== undefined && key === userKey(tiktokUserId)) return true;
  return handle !== undefined && key === handleKey(handle);
}

function keyRank({ tiktokUserId, handles }: Identity, key: CreatorKey): number {
  if (tiktokUserId !== undefined && key === userKey(tiktokUserId)) return 0;
  return handles[0] !== undefined && key === handleKey(handles[0]) ? 1 : 2;
}
