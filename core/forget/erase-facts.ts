import type { Connection } from "mongoose";
import { type Fact, type FactKind, SAMPLE_FACTS, VIDEO_FACTS } from "../imports/apply/fact-kinds.js";
import { placeFact, surroundingsOf } from "../imports/apply/place-facts.js";
import { writeGuarded } from "../mongo/write-guarded.js";
import { type CreatorKey, handleKey, handleOf } from "../sightings/sighting.js";

interface Seen {
  handle?: string;
}

const KINDS = [SAMPLE_FACTS, VIDEO_FACTS] as unknown as FactKind<Seen>[];

/** Samples and videos that are a creator's, or of which a row says so. */
export async function countFactsOf(
  db: Connection,
  creatorId: string,
  keys: readonly CreatorKey[],
): Promise<{ samples: number; videos: number }> {
  const [samples = 0, videos = 0] = await Promise.all(
    KINDS.map((kind) => kind.collection(db).countDocuments(about(creatorId, keys) as never)),
  );
  return { samples, videos };
}

/**
 * Takes off samples and videos the rows that name a creator; one that no other row gives goes.
 *
 * @returns those who have a sample or video of it now: what is counted of them has changed
 */
export async function eraseFactsOf(
  db: Connection,
  creatorId: string,
  keys: readonly CreatorKey[],
): Promise<CreatorKey[]> {
  const heirs = new Set<CreatorKey>();
  const handles = new Set(keys.flatMap((key) => handleOf(key) ?? []));
  for (const kind of KINDS) {
    const facts = (await kind
      .collection(db)
      .find(about(creatorId, keys) as never)
      .toArray()) as Fact<Seen>[];
    const left = (fact: Fact<Seen>) =>
      fact.claims.filter(({ content }) => {
        const isNamed = content.handle !== undefined && handles.has(content.handle);
        // Under a handle that had other holders, the record says whose row it is.
        return !isNamed && !(fact.creatorId === creatorId && content.handle === fact.handle);
      });
    const folded = facts.flatMap((fact) => kind.fold(fact._id, left(fact)) ?? []);
    for (const { handle } of folded) if (handle !== undefined) heirs.add(handleKey(handle));
    const surroundings = await surroundingsOf(db, kind, folded);
    await writeGuarded<Fact<Seen>>(
      kind.collection(db),
      facts.map(({ _id }) => _id),
      (stored, id) => {
        if (stored === undefined) return undefined;
        const next = kind.fold(id, left(stored));
        return next === undefined ? "delete" : placeFact(kind, next, surroundings);
      },
    );
  }
  return [...heirs];
}

/** Goes through all of them: what rows say that do not decide has no index. */
function about(creatorId: string, keys: readonly CreatorKey[]): object {
  const handles = keys.flatMap((key) => handleOf(key) ?? []);
  return { $or: [{ creatorId }, { "claims.content.handle": { $in: handles } }] };
}
