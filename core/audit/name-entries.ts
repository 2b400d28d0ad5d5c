import type { Connection } from "mongoose";
import { personModel } from "../access/person-model.js";
import { tokenModel } from "../access/token-model.js";
import { creatorModel } from "../creators/creator-model.js";
import { collectionOf } from "../mongo/model-of.js";
import { type CreatorKey, handleKey, userIdOf } from "../sightings/sighting.js";
import type { AuditEntry } from "./audit-entry.js";

type Edited = Extract<AuditEntry, { creator: CreatorKey }>;
type Setting = Extract<AuditEntry, { what: "setting" }>;

/** A spreadsheet is written as `title (id)`, a tab of one as `tab title (id)`. */
const SPREADSHEET = /^(?<words>.*) \((?<id>[^()\s]+)\)$/s;
const IS_TAB = /^tab /;
/** How a connected spreadsheet says whose it is. */
const CONNECTED_AS = /^connected as (?<id>\S+)$/;

/** By id, what people call them; who has no other name than the id is left out. */
interface Names {
  people: ReadonlyMap<string, string>;
  creators: ReadonlyMap<CreatorKey, string>;
  spreadsheets: ReadonlyMap<string, string>;
}

/** Entries with the names that Roster knows now beside the ids in them: one query a kind, however many entries. */
export async function nameEntries(db: Connection, entries: readonly AuditEntry[]): Promise<AuditEntry[]> {
  const [people, creators, spreadsheets] = await Promise.all([
    peopleBy(db, distinct(entries.flatMap(peopleIn))),
    handlesBy(db, distinct(entries.flatMap(userIdsIn))),
    titlesBy(db, distinct(entries.flatMap(spreadsheetIn))),
  ]);
  const names = { people, creators, spreadsheets };
  return entries.map((entry) => {
    const byName = people.get(entry.by);
    const signed = byName === undefined ? entry : { ...entry, byName };
    if ("creator" in signed) return nameCreators(signed, names);
    return signed.what === "setting" ? nameSetting(signed, names) : signed;
  });
}

function nameCreators(entry: Edited, { creators }: Names): Edited {
  const other = otherOf(entry);
  const creatorName = creators.get(entry.creator);
  const otherName = other === undefined ? undefined : creators.get(other);
  // Of two that are one by now, both have the one handle: it would tell nobody who was whose double.
  if ((creatorName ?? entry.creator) === (otherName ?? other)) return entry;
  return { ...entry, ...(creatorName ? { creatorName } : {}), ...(otherName ? { otherName } : {}) };
}

function nameSetting(entry: Setting, names: Names): Setting {
  const subject = subjectName(entry, names);
  const [from, to] = [entry.from, entry.to].map((words) => connectedAs(entry, words, names));
  const inNames = { ...(subject ? { subject } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
  return Object.keys(inNames).length === 0 ? entry : { ...entry, inNames };
}

function subjectName(entry: Setting, { people, spreadsheets }: Names): string | undefined {
  if (entry.kind === "person") return people.get(entry.subject);
  const { words = "", id = "" } = sheetIn(entry) ?? {};
  const title = spreadsheets.get(id);
  if (!IS_TAB.test(words)) return title;
  return title === undefined ? undefined : `${words} of ${title}`;
}

const connectedAs = (entry: Setting, words: string | undefined, { people }: Names): string | undefined => {
  const name = people.get(personConnected(entry, words) ?? "");
  return name === undefined ? undefined : `connected as ${name}`;
};

const personConnected = ({ kind }: Setting, words = ""): string | undefined =>
  kind === "sheet" ? CONNECTED_AS.exec(words)?.groups?.id : undefined;

const sheetIn = ({ kind, subject }: Setting) => (kind === "sheet" ? SPREADSHEET.exec(subject)?.groups : undefined);

function peopleIn(entry: AuditEntry): string[] {
  if (entry.what !== "setting") return [entry.by];
  const connected = [entry.from, entry.to].flatMap((words) => personConnected(entry, words) ?? []);
  return [entry.by, ...connected, ...(entry.kind === "person" ? [entry.subject] : [])];
}

/** A handle says itself who is meant. */
const userIdsIn = (entry: AuditEntry): CreatorKey[] =>
  "creator" in entry ? [entry.creator, otherOf(entry) ?? ""].filter((key) => userIdOf(key) !== undefined) : [];

/** The other creator of a change that is about two. */
function otherOf({ change }: Edited): CreatorKey | undefined {
  if (change.kind === "merge") return change.into;
  return change.kind === "notDoubles" ? change.of : undefined;
}

const spreadsheetIn = (entry: AuditEntry): string[] =>
  entry.what === "setting" ? [sheetIn(entry)?.id ?? ""].filter((id) => id !== "") : [];

async function peopleBy(db: Connection, ids: string[]): Promise<Names["people"]> {
  const found = await collectionOf(personModel(db))
    .find({ _id: { $in: ids } })
    .project<{ _id: string; name: string }>({ name: 1 })
    .toArray();
  return new Map(found.filter(({ _id, name }) => name !== _id).map(({ _id, name }) => [_id, name]));
}

async function handlesBy(db: Connection, keys: CreatorKey[]): Promise<Names["creators"]> {
  if (keys.length === 0) return new Map();
  const found = await collectionOf(creatorModel(db))
    .find({ keys: { $in: keys } })
    .project<{ keys: CreatorKey[]; handle?: string }>({ _id: 0, keys: 1, handle: 1 })
    .toArray();
  return new Map(
    found.flatMap(({ keys: all, handle }) =>
      handle === undefined ? [] : all.map((key) => [key, handleKey(handle)] as const),
    ),
  );
}

/** Of spreadsheets that are connected still. */
async function titlesBy(db: Connection, ids: string[]): Promise<Names["spreadsheets"]> {
  if (ids.length === 0) return new Map();
  const found = await collectionOf(tokenModel(db))
    .find({ spreadsheetId: { $in: ids }, title: { $exists: true } })
    .project<{ spreadsheetId: string; title: string }>({ _id: 0, spreadsheetId: 1, title: 1 })
    .sort({ pairedAt: 1 })
    .toArray();
  return new Map(found.map(({ spreadsheetId, title }) => [spreadsheetId, title]));
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
