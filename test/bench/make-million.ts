import type { Connection } from "mongoose";
import { creatorIdOf } from "../../core/creators/creator-id.js";
import { indexLists } from "../../core/lists/index-lists.js";
import { fold } from "../../core/text/fold.js";
import { suffixesOf } from "../../core/text/suffixes.js";

const BATCH = 5_000;

/** What differs between two copies of one creator. */
interface Copied {
  _id: string;
  handle?: string;
  handles: string[];
  firstName?: string;
  lastName?: string;
  email?: string;
  gmvCents?: number;
  search: { name?: string; suffixes: string[] };
}

/**
 * Fills a database with so many creators and their links, as copies of an account's under other handles with other
 * sales. Indexed when all are there, which takes a fraction of the time.
 */
export async function makeMillion(from: Connection, to: Connection, count: number): Promise<void> {
  await to.dropDatabase();
  const [creators, links] = ["creators", "brandCreators"].map((name) => from.collection<Copied>(name)) as [
    ReturnType<typeof from.collection<Copied>>,
    ReturnType<typeof from.collection<Copied>>,
  ];
  const [brands, all] = await Promise.all([
    from.collection("brands").find().toArray(),
    creators.countDocuments({ handle: { $exists: true } }),
  ]);
  if (brands.length > 0) await to.collection("brands").insertMany(brands);
  const linksOf = new Map(
    (await links.find().toArray()).map((link) => [(link as never as { creatorId: string }).creatorId, link]),
  );
  // Those that are known by a user id alone have no name to be told apart by.
  const stored = await creators.find({ handle: { $exists: true } }).toArray();
  for (let copy = 0, made = 0; made < count; copy += 1) {
    for (let start = 0; start < all && made < count; start += BATCH) {
      const part = stored.slice(start, start + Math.min(BATCH, count - made));
      const copies = part.map((creator) => copied(creator, copy));
      const linked = part.flatMap((creator, at) => {
        const link = linksOf.get(creator._id);
        const { _id = "" } = copies[at] ?? {};
        return link
          ? [{ ...copied(link, copy), _id: `default:${_id}`, creatorId: _id, gmvCents: copies[at]?.gmvCents }]
          : [];
      });
      await Promise.all([
        to.collection<Copied>("creators").insertMany(copies, { ordered: false }),
        to.collection<Copied>("brandCreators").insertMany(linked, { ordered: false }),
      ]);
      made += part.length;
    }
  }
  await indexLists(to);
}

function copied(creator: Copied, copy: number): Copied {
  const handles = creator.handles.map((handle) => `${handle}_${copy}`);
  const [handle = `nobody${copy}`] = handles;
  const name = [creator.firstName, creator.lastName].filter(Boolean).join(" ");
  const next = {
    ...creator,
    _id: creatorIdOf(`@${handle}`),
    ...(creator.handle === undefined ? {} : { handle }),
    handles,
    keys: handles.map((held) => `@${held}`),
    ...(creator.email === undefined ? {} : { email: `${copy}.${creator.email}` }),
    ...(creator.gmvCents === undefined ? {} : { gmvCents: creator.gmvCents + copy }),
    search: { ...creator.search, suffixes: suffixesOf(...handles, fold(name), creator.email ?? "") },
  };
  delete (next as { tiktokUserId?: string }).tiktokUserId;
  return next;
}
