import { CrmError } from "../errors/crm-error.js";
import { compileQuery, namesIn, type Query } from "../query/index.js";
import { fold } from "../text/fold.js";
import { plainLine } from "../text/plain-text.js";
import type { Segment } from "./segment.js";
import { queriesOf } from "./segment-queries.js";

type SavedQuery = Pick<Segment, "_id" | "name" | "list" | "query">;

/**
 * Whether a segment, and every one that uses it, can be asked with it saved.
 *
 * @param slugs of the brands there are
 * @throws CrmError `wrong-input` for a segment or a brand that is not there, a segment of another list, and a circle
 */
export function checkSegment(saved: SavedQuery, others: readonly SavedQuery[], slugs: readonly string[]): void {
  const all = [...others.filter(({ _id }) => _id !== saved._id), saved];
  const queries = queriesOf(all);
  const ask = (segment: SavedQuery, brands: readonly string[]) => {
    const query = queries.get(segment.name);
    const brandIds = new Map(brands.map((slug) => [slug, slug]));
    if (query === undefined) return;
    const options = { now: new Date(0), zone: "UTC", segments: queries, brandIds };
    compileQuery(query, options);
    // Only lists of creators can be asked for segments by name.
    if (segment.list === "creators") compileQuery(askFor(segment, query), options);
  };
  ask(saved, slugs);
  // A brand that another segment names may have gone since: that is not this one's mistake.
  const named = [...queries.values()].flatMap((query) => namesIn(query, "brand"));
  for (const segment of usersOf(saved._id, all)) ask(segment, named);
}

/** The query `segment:name` itself, so that a segment that names itself is a circle too. */
function askFor({ name, list }: SavedQuery, { text }: Query): Query {
  const span = { start: 0, end: text.length };
  return { list, text, where: { kind: "set", field: "segment", values: [{ text: name, ...span }], ...span } };
}

/** Segments that name another one, directly. */
export function usersOf(id: string, segments: readonly SavedQuery[]): SavedQuery[] {
  const queries = queriesOf(segments);
  return segments.filter(({ _id, name }) => {
    const query = queries.get(name);
    return _id !== id && query !== undefined && namesIn(query, "segment").some((used) => fold(used) === id);
  });
}

/** What a name may be: short enough for a menu, without what has a meaning in queries. */
const LONGEST_NAME = 60;
const FORBIDDEN = /[",*()]/;

/**
 * A segment's name as it is shown, and the id that it is found by.
 *
 * @throws CrmError `wrong-input` with what was expected
 */
export function readSegmentName(text: string): { _id: string; name: string } {
  const name = plainLine(text);
  const _id = fold(name);
  if (_id !== "" && name.length <= LONGEST_NAME && !FORBIDDEN.test(name)) return { _id, name };
  throw new CrmError("wrong-input", "a segment's name", {
    say: `"${name}" cannot name a segment. Expected 1 to ${LONGEST_NAME} characters without quotes, commas, stars or parentheses.`,
  });
}
