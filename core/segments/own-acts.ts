import type { Connection } from "mongoose";
import { creatorModel } from "../creators/creator-model.js";
import type { EditChange } from "../edits/edit.js";
import { editModel } from "../edits/edit-model.js";
import { collectionOf } from "../mongo/model-of.js";
import type { Expression, Query } from "../query/index.js";
import { type CreatorKey, handleKey } from "../sightings/sighting.js";
import { fold } from "../text/fold.js";
import type { SegmentMember } from "./segment-changes.js";

/** What a query can ask about each kind of change: a note moves nobody in or out of a list by tags. */
const ASKED_BY: Readonly<Partial<Record<EditChange["kind"], readonly string[]>>> = {
  tag: ["tag"],
  status: ["status"],
  whitelist: ["is"],
  note: ["notes", "has"],
  badge: ["badge"],
  notDoubles: ["is"],
};

/**
 * Which of these came into a segment, or left it, by what the person did themself after a time: changed something that
 * the segment's query asks about, or took such a change back. What came by a file that the person took in is news.
 */
export async function ownActs(
  db: Connection,
  members: readonly SegmentMember[],
  { by, since, asked }: { by: string; since: Date; asked: ReadonlySet<string> },
): Promise<Set<string>> {
  if (members.length === 0) return new Set();
  const memberOf = await membersByKey(db, members);
  const edits = collectionOf(editModel(db)).find({
    keys: { $in: [...memberOf.keys()] },
    $or: [
      { by, at: { $gt: since } },
      { "undone.by": by, "undone.at": { $gt: since } },
    ],
  });
  const own = new Set<string>();
  for await (const { keys, change } of edits) {
    const fields = ASKED_BY[change.kind];
    if (fields && !fields.some((field) => asked.has(field))) continue;
    for (const key of keys) {
      const id = memberOf.get(key);
      if (id !== undefined) own.add(id);
    }
  }
  return own;
}

/** Who left by a merge has no record any more, and is known by the handle alone. */
async function membersByKey(db: Connection, members: readonly SegmentMember[]): Promise<Map<CreatorKey, string>> {
  const byKey = new Map<CreatorKey, string>();
  for (const { id, handle } of members) if (handle !== undefined) byKey.set(handleKey(handle), id);
  const stored = collectionOf(creatorModel(db))
    .find({ _id: { $in: members.map(({ id }) => id) } })
    .project<{ _id: string; keys: CreatorKey[] }>({ keys: 1 });
  for await (const { _id, keys } of stored) for (const key of keys) byKey.set(key, _id);
  return byKey;
}

/** The fields that a query asks about, in the segments that it names too. */
export function fieldsAsked(query: Query, segments: ReadonlyMap<string, Query>): Set<string> {
  const byName = new Map([...segments].map(([name, saved]) => [fold(name), saved]));
  const asked = new Set<string>();
  const seen = new Set<string>();
  const walkSegment = (name: string): void => {
    const inner = byName.get(name)?.where;
    if (inner === undefined || seen.has(name)) return;
    seen.add(name);
    walk(inner);
  };
  const walk = (expression: Expression): void => {
    if (expression.kind === "and" || expression.kind === "or") expression.of.forEach(walk);
    else if (expression.kind === "not") walk(expression.of);
    else if (expression.kind === "by") walk(expression.where);
    else if (!("field" in expression)) asked.add("words");
    else {
      asked.add(expression.field);
      if (expression.kind === "set" && expression.field === "segment") {
        for (const { text } of expression.values) walkSegment(fold(text));
      }
    }
  };
  if (query.where) walk(query.where);
  return asked;
}
