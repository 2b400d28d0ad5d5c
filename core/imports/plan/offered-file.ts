import type { Claim } from "../../claims/claim.js";
import { joinClaims } from "../../claims/join-claims.js";
import type { OfferedSightings } from "../../creators/offered-sightings.js";
import type { ProductRow } from "../../products/product.js";
import type { SampleRow } from "../../samples/sample.js";
import type { CreatorKey, Sighting } from "../../sightings/sighting.js";
import type { VideoRow } from "../../videos/video.js";
import { joinSighting } from "./join-sighting.js";
import type { Planned } from "./planned-chunk.js";
import { PutAside } from "./put-aside.js";

const claimsAside = <C extends object>() => new PutAside<Claim<C>[]>(joinClaims);

/**
 * Everything that a file says, its chunks put together: of a large file, packed, some of it at hand at a time.
 *
 * All that it says of one creator, sample, video or product comes out together, however far apart its rows stand: it is
 * written once, and its numbers are those of the whole file.
 */
export class OfferedFile implements OfferedSightings {
  readonly keys = new Set<CreatorKey>();
  readonly boundBy = new Map<string, CreatorKey[]>();
  readonly claims = {
    samples: claimsAside<SampleRow>(),
    videos: claimsAside<VideoRow>(),
    products: claimsAside<ProductRow>(),
  };
  private readonly sightings = new PutAside<Sighting>(joinSighting);

  /** Reads all chunks of a file. What comes has to be closed. */
  static async read(chunks: AsyncIterable<Planned>): Promise<OfferedFile> {
    const offered = new OfferedFile();
    try {
      for await (const chunk of chunks) await offered.add(chunk);
      return offered;
    } catch (error) {
      await offered.close();
      throw error;
    }
  }

  private async add({ sightings, samples, videos, products }: Planned): Promise<void> {
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

  /** How many parts it comes in. */
  get count(): number {
    return Math.max(...[this.sightings, ...Object.values(this.claims)].map(({ parts }) => parts));
  }

  /** All of it, a part at a time. */
  async *parts(): AsyncGenerator<Planned> {
    const { sightings, claims, count: of } = this;
    for (let part = 0; part < of; part += 1) {
      yield {
        sightings: await sightings.part(part, of),
        samples: await claims.samples.part(part, of),
        videos: await claims.videos.part(part, of),
        products: await claims.products.part(part, of),
      };
    }
  }

  groups(): AsyncIterable<ReadonlyMap<CreatorKey, Sighting>> {
    return this.sightings.groups();
  }

  of(keys: readonly CreatorKey[]): Promise<ReadonlyMap<CreatorKey, Sighting>> {
    return this.sightings.of(keys);
  }

  /** Gives back what it holds of the disk. */
  async close(): Promise<void> {
    const { sightings, claims } = this;
    await Promise.all([sightings, ...Object.values(claims)].map((aside) => aside.close()));
  }

  private bind(handle: string, key: CreatorKey): void {
    const others = this.boundBy.get(handle);
    if (others === undefined) this.boundBy.set(handle, [key]);
    else if (!others.includes(key)) others.push(key);
  }
}
