import { type CreatorKey, handleKey, handleOf, userIdOf, userKey } from "../sightings/sighting.js";
import { compareText } from "../text/compare-text.js";

/** A row or an answer that states both a user id and a handle. */
export interface Binding {
  userId: string;
  handle: string;
  asOf: string;
  seq: number;
  line: number;
}

/** A person's word that whoever was seen under `from` is the one seen under `into`. */
export interface MergeEdit {
  from: CreatorKey;
  into: CreatorKey;
  /** The day of it: a handle meant whoever held it then. */
  asOf?: string;
}

/** One creator, as far as names tell. */
export interface Identity {
  /** The names it is seen under, unique over all identities of a replay. */
  keys: Set<CreatorKey>;
  /** The current handle first, then the former ones, newest first. */
  handles: string[];
  tiktokUserId?: string;
}

/** A user id that shows a handle which is still another's: a question to a person. */
interface BindingQuestion {
  binding: Binding;
  holder: string;
}

export interface Identities {
  all: Identity[];
  /** Who a handle or user id meant on a day; `undefined` for a key that took no part in the replay. */
  holderOf(key: CreatorKey, asOf: string): Identity | undefined;
  /** Who held a handle when, oldest first; the first one's time begins with time itself. */
  tenuresOf(key: CreatorKey): { since?: string; until?: string; identity: Identity }[];
  /** Handles that an identity holds or has held, and others too: the day decides whom they mean. */
  contestedOf(identity: Identity): string[];
  questions: BindingQuestion[];
}

interface Tenure {
  since: string;
  userId: string;
}

/**
 * Who is who, computed from everything that was ever seen of a group of names.
 *
 * Bindings are replayed by (`asOf`, `seq`, line): a user id keeps all handles it has shown, the newest first; a handle
 * that its holder has left goes to the user id that shows it next; one that is still its holder's stays there and is a
 * question. A handle without a user id is whoever holds it on that day; before any binding, its first holder.
 */
export function resolveIdentities(
  keys: Iterable<CreatorKey>,
  bindings: readonly Binding[],
  merges: readonly MergeEdit[],
): Identities {
  const { tenures, handlesOf, questions } = replay(bindings);
  const byKey = identitiesOf(keys, handlesOf, tenures);
  const heldBy = (handle: string | undefined) => (handle === undefined ? undefined : tenures.get(handle));
  const holderAt = (key: CreatorKey, asOf: string | undefined): Identity | undefined => {
    const held = asOf === undefined ? undefined : heldBy(handleOf(key));
    const then = held && (held.findLast((tenure) => tenure.since <= (asOf ?? "")) ?? held[0]);
    return byKey.get(then ? userKey(then.userId) : key);
  };
  const merged = mergeIdentities(holderAt, merges);
  const holder = ({ userId }: Tenure): Identity[] => {
    const identity = byKey.get(userKey(userId));
    return identity ? [merged(identity)] : [];
  };
  const contested = contestedHandles(tenures, holder);

  return {
    all: [...new Set([...byKey.values()].map(merged))],
    questions,
    holderOf(key, asOf) {
      const identity = holderAt(key, asOf);
      return identity && merged(identity);
    },
    tenuresOf(key) {
      const held = heldBy(handleOf(key));
      if (held === undefined) {
        const identity = byKey.get(key);
        return identity ? [{ identity: merged(identity) }] : [];
      }
      return held.flatMap((tenure, place) => {
        const since = place === 0 ? undefined : tenure.since;
        return holder(tenure).map((identity) => ({ since, until: held[place + 1]?.since, identity }));
      });
    },
    contestedOf: (identity) => (contested.get(identity) ?? []).sort(),
  };
}

/** One identity for each user id with the handles it now holds, and one for each other name that was seen. */
function identitiesOf(
  keys: Iterable<CreatorKey>,
  handlesOf: ReadonlyMap<string, string[]>,
  tenures: ReadonlyMap<string, Tenure[]>,
): Map<CreatorKey, Identity> {
  const byKey = new Map<CreatorKey, Identity>();
  for (const [userId, handles] of handlesOf) {
    const identity: Identity = { keys: new Set([userKey(userId)]), handles, tiktokUserId: userId };
    byKey.set(userKey(userId), identity);
  }
  for (const key of keys) {
    const handle = handleOf(key);
    if (byKey.has(key) || (handle !== undefined && tenures.has(handle))) continue;
    byKey.set(key, { keys: new Set([key]), handles: handle === undefined ? [] : [handle], ...userIdPart(key) });
  }
  for (const [handle, held] of tenures) {
    const last = held.at(-1);
    const identity = last && byKey.get(userKey(last.userId));
    if (identity) {
      identity.keys.add(handleKey(handle));
      byKey.set(handleKey(handle), identity);
    }
  }
  return byKey;
}

/** The handles that several have held, for each of those. */
function contestedHandles(
  tenures: ReadonlyMap<string, Tenure[]>,
  holder: (tenure: Tenure) => Identity[],
): Map<Identity, string[]> {
  const contested = new Map<Identity, string[]>();
  for (const [handle, held] of tenures) {
    if (held.length < 2) continue;
    for (const identity of new Set(held.flatMap(holder))) {
      contested.set(identity, [...(contested.get(identity) ?? []), handle]);
    }
  }
  return contested;
}

const userIdPart = (key: CreatorKey) => {
  const tiktokUserId = userIdOf(key);
  return tiktokUserId === undefined ? {} : { tiktokUserId };
};

/** Bindings in order: who held each handle since when, and the handles that each user id holds, newest first. */
function replay(bindings: readonly Binding[]) {
  const tenures = new Map<string, Tenure[]>();
  const handlesOf = new Map<string, string[]>();
  const questions: BindingQuestion[] = [];

  const ordered = [...bindings].sort((a, b) => compareText(a.asOf, b.asOf) || a.seq - b.seq || a.line - b.line);
  for (const binding of ordered) {
    const { handle, userId, asOf } = binding;
    const holder = tenures.get(handle)?.at(-1)?.userId;
    const held = handlesOf.get(userId) ?? [];
    handlesOf.set(userId, held);

    if (holder !== undefined && holder !== userId) {
      const others = handlesOf.get(holder) ?? [];
      if (others[0] === handle) {
        questions.push({ binding, holder });
        continue;
      }
      handlesOf.set(holder, without(others, handle));
    }
    if (holder !== userId) tenures.set(handle, [...(tenures.get(handle) ?? []), { since: asOf, userId }]);
    handlesOf.set(userId, [handle, ...without(handlesOf.get(userId) ?? [], handle)]);
  }
  return { tenures, handlesOf, questions };
}

/** Unites identities by people's word; the one that is merged into keeps its current handle and its user id. */
function mergeIdentities(
  holderAt: (key: CreatorKey, asOf: string | undefined) => Identity | undefined,
  merges: readonly MergeEdit[],
): (identity: Identity) => Identity {
  const into = new Map<Identity, Identity>();
  const root = (identity: Identity): Identity => {
    const next = into.get(identity);
    return next === undefined ? identity : root(next);
  };
  for (const merge of merges) {
    const from = holderAt(merge.from, merge.asOf);
    const target = holderAt(merge.into, merge.asOf);
    if (from === undefined || target === undefined || root(from) === root(target)) continue;
    const [gone, kept] = [root(from), root(target)];
    into.set(gone, kept);
    for (const key of gone.keys) kept.keys.add(key);
    kept.handles = [...kept.handles, ...gone.handles];
    kept.tiktokUserId ??= gone.tiktokUserId;
  }
  return root;
}

const without = (list: readonly string[], item: string) => list.filter((other) => other !== item);
