import type { ClientSession } from "mongodb";
import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { parseQuery, type Query } from "../query/index.js";
import type { Segment } from "./segment.js";
import { segmentModel } from "./segment-model.js";

/** Every saved query by its name: what a query that says `segment:` is compiled with. */
export async function segmentQueries(db: Connection): Promise<Map<string, Query>> {
  return queriesOf(await allSegments(db));
}

export async function allSegments(db: Connection, session?: ClientSession): Promise<Segment[]> {
  return collectionOf(segmentModel(db)).find({}, { session }).sort({ _id: 1 }).toArray();
}

/** One that an older version saved and that is no query any more is left out: to name it is an error then. */
export function queriesOf(segments: readonly Pick<Segment, "name" | "list" | "query">[]): Map<string, Query> {
  return new Map(
    segments.flatMap(({ name, list, query }) => {
      const parsed = parseQuery(query, list);
      return parsed.ok ? [[name, parsed.query]] : [];
    }),
  );
}
