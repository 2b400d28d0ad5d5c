import { type CreatorKey, handleKey, handleOf, type Sighting } from "../sightings/sighting.js";

/** What a file says about creators, which is stored nowhere yet; as large as the file, so some of it at a time. */
export interface OfferedSightings {
  /** Everybody that the file has sighted. */
  keys: ReadonlySet<CreatorKey>;
  /** The user ids that the file shows beside a handle. */
  boundBy: ReadonlyMap<string, readonly CreatorKey[]>;
  /** All sightings, one for each key. */
  groups(): AsyncIterable<ReadonlyMap<CreatorKey, Sighting>>;
  /** The sightings of some keys, as far as there are any. */
  of(keys: readonly CreatorKey[]): Promise<ReadonlyMap<CreatorKey, Sighting>>;
}

/** What a file says of some names and of all others that it ties to them; those are added to the names. */
export async function gatherOffered(offered: OfferedSightings, names: Set<CreatorKey>): Promise<Sighting[]> {
  const sightings = new Map<CreatorKey, Sighting>();
  const asked = new Set<CreatorKey>();
  for (;;) {
    const fresh = [...names].filter((key) => !asked.has(key));
    if (fresh.length === 0) return [...sightings.values()];
    for (const key of fresh) asked.add(key);
    for (const [key, sighting] of await offered.of(fresh.filter((key) => offered.keys.has(key)))) {
      sightings.set(key, sighting);
      for (const { handle } of sighting.bindings ?? []) names.add(handleKey(handle));
    }
    const handles = fresh.flatMap((key) => handleOf(key) ?? []);
    for (const handle of handles) for (const key of offered.boundBy.get(handle) ?? []) names.add(key);
  }
}
