import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { sampleModel } from "../samples/sample-model.js";
import { type CreatorKey, handleOf } from "../sightings/sighting.js";
import { videoModel } from "../videos/video-model.js";
import type { ComputedCreator } from "./compute-creators.js";
import type { Identities } from "./identity.js";

/** Samples and videos were seen under a handle: they go to whoever held it then. Answers how many went. */
export async function repointFacts(
  db: Connection,
  keys: ReadonlySet<CreatorKey>,
  identities: Identities,
  computed: readonly ComputedCreator[],
): Promise<number> {
  const idOf = new Map(computed.map(({ identity, id }) => [identity, id]));
  const moves = [...keys].flatMap((key) => {
    const handle = handleOf(key);
    return handle === undefined
      ? []
      : identities.tenuresOf(key).map(({ since, until, identity }) => {
          const creatorId = idOf.get(identity) ?? "";
          const asOf = {
            ...(since === undefined ? {} : { $gte: since }),
            ...(until === undefined ? {} : { $lt: until }),
          };
          const when = Object.keys(asOf).length === 0 ? {} : { asOf };
          return {
            filter: { handle, creatorId: { $ne: creatorId }, ...when },
            update: { $set: { creatorId }, $inc: { rev: 1 } },
          };
        });
  });
  if (moves.length === 0) return 0;
  const operations = moves.map((updateMany) => ({ updateMany }));
  const [samples, videos] = await Promise.all([
    collectionOf(sampleModel(db)).bulkWrite(operations, { ordered: false }),
    collectionOf(videoModel(db)).bulkWrite(operations, { ordered: false }),
  ]);
  return samples.modifiedCount + videos.modifiedCount;
}
