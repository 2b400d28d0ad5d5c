import type { Claim } from "../../claims/claim.js";
import { joinClaims } from "../../claims/join-claims.js";
import type { OfferedSightings } from "../../creators/offered-sightings.js";
import type { CreatorKey, Sighting } from "../../sightings/sighting.js";
import type { FactName } from "../apply/fact-kinds.js";
import { joinSighting } from "../apply/write-sightings.js";
import type { PlannedWindow } from "../plan/planned-window.js";
import { PutAside } from "./put-aside.js";

const claimsAside = () => new PutAside<Claim<object>[]>(joinClaims);

/** Everything that a file says, its windows put together: in memory packed, at hand some of it at a time. */
export class OfferedFile implements OfferedSightings {
  readonly keys = new Set<CreatorKey>();
  readonly boundBy = new Map<string, CreatorKey[]>();
  readonly claims: Readonly<Record<FactName, PutAside<Claim<object>[]>>> = {
    samples: claimsAside(),
    videos: claimsAside(),
    products: claimsAside(),
  };
  private readonly sightings = new PutAside<Sighting>(joinSighting);

  async add({ sightings, samples, videos, products }: PlannedWindow): Promise<void> {
    for (const [key, { bindings = [] }] of sightings) {
      this.keys.add(key);
      for (const { handle } of bindings) this.bind(handle, key);
    }
    await Promise.all([
      this.sightings.add(sightings),
      this.claims.samples.add(samples),
      this.claims.videos.add(videos),
      this.claims.products.add(products),
    ]);
  }

  groups(): AsyncIterable<ReadonlyMap<CreatorKey, Sighting>> {
    return this.sightings.groups();
  }

  of(keys: readonly CreatorKey[]): Promise<ReadonlyMap<CreatorKey, Sighting>> {
    return this.sightings.of(keys);
  }

  private bind(handle: string, key: CreatorKey): void {
    const others = this.boundBy.get(handle);
    if (others === undefined) this.boundBy.set(handle, [key]);
    else if (!others.includes(key)) others.push(key);
  }
}
