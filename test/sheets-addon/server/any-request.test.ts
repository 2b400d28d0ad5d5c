import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { addCreator } from "../../../core/edits/index.js";
import type { Route } from "../../../sheets-addon/server/route.js";
import { ROUTES } from "../../../sheets-addon/server/routes/index.js";
import { testDatabase } from "../../support/database.js";
import "../../support/properties.js";
import { OWNER, startApi } from "./start-api.js";

const db = testDatabase();
const clock = { now: OWNER.now };
const { call, tokenOf } = startApi(db, clock);
let token = "";
let creatorId = "";

beforeAll(async () => {
  token = await tokenOf("ann", "admin");
  creatorId = (await addCreator(db, "mia", { email: "mia@example.com" }, OWNER)).id;
});

/** Texts that have a meaning somewhere, and texts that have none. */
const word = fc.oneof(
  fc.constantFrom("creators", "default", "all", "mia", "handle", "email", "tags", "notes", "status", "true", "1", ""),
  fc.constantFrom("$ne", "$where", "__proto__", "constructor", "toString", "a\0b", "\ud800", "../..", "%", "*", '"('),
  fc.constantFrom("gmv:>5k", "email:a", "by:(gmv:>1)", "sort:handle", "-status:blocked", "tag:*", "name:/(a+)+$/"),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const scalar = fc.oneof(word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const operator = fc.dictionary(fc.constantFrom("$gt", "$ne", "$regex", "$where", "a.b"), scalar, { maxKeys: 2 });
const anything = fc.oneof(scalar, operator, fc.array(scalar, { maxLength: 3 }), fc.jsonValue({ maxDepth: 2 }));

const KEYS =
  "list query brand columns have among buckets of digests ids edits dryRun code spreadsheetId title name fields tags note tab cursor whenGone schedule paused".split(
    " ",
  );
const loose = fc.oneof(fc.dictionary(fc.constantFrom(...KEYS), anything, { maxKeys: 8 }), anything);

/** Requests that are nearly right: they come past the first schema. */
const tab = fc.record({
  list: fc.constantFrom("creators", "samples", "videos"),
  query: word,
  brand: fc.constantFrom("default", "all", "none"),
  columns: fc.array(fc.constantFrom("handle", "brand", "email", "notes"), { minLength: 1, maxLength: 3 }),
});
const rowId = fc.oneof(fc.constant("ID"), word);
const have = fc.dictionary(rowId, word, { maxKeys: 4 });
const among = fc.record({ buckets: fc.integer({ min: 0, max: 9 }), of: fc.array(fc.integer({ min: -1, max: 9 })) });
const edit = fc.record({
  id: rowId,
  column: fc.constantFrom(
    "email",
    "phone",
    "tags",
    "notes",
    "status",
    "badge",
    "address.zip",
    "whitelisted",
    "gmvCents",
  ),
  synced: scalar,
  value: scalar,
});
const schedule = fc.oneof(
  fc.record({ every: fc.constantFrom("never", "hour") }),
  fc.record({ every: fc.constant("day"), hour: fc.integer({ min: -1, max: 24 }) }),
  fc.record({ every: fc.constant("week"), day: fc.integer({ min: 0, max: 8 }), hour: fc.integer({ min: 0, max: 23 }) }),
);
const NEAR: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  "/sheets/sync": fc
    .tuple(tab, have, fc.option(among, { nil: undefined }))
    .map(([tab, have, among]) => ({ ...tab, have, among })),
  "/sheets/rows": fc.tuple(tab, fc.array(rowId, { maxLength: 4 })).map(([tab, ids]) => ({ ...tab, ids })),
  "/sheets/digests": fc
    .tuple(tab, fc.stringMatching(/^[0-9a-z]{7}$/))
    .map(([tab, digests]) => ({ ...tab, buckets: 1, digests })),
  "/sheets/edits": fc.record({
    brand: fc.constantFrom("default", "all"),
    edits: fc.array(edit, { maxLength: 3 }),
    dryRun: fc.boolean(),
  }),
  "/creators/:handle": fc.record(
    {
      fields: fc.dictionary(fc.constantFrom("email", "name", "zip", "whitelisted", "x"), word, { maxKeys: 2 }),
      tags: fc.record({ add: fc.array(word, { maxLength: 2 }) }),
      note: word,
    },
    { requiredKeys: [] },
  ),
  "/segments": fc.record({ name: word, query: word, list: fc.constantFrom("creators", "videos") }),
  "/sheets/tabs/:sheetId": fc
    .tuple(tab, fc.record({ title: word, whenGone: fc.constantFrom("grey", "remove"), schedule, paused: fc.boolean() }))
    .map(([tab, settings]) => ({ ...tab, columns: [...new Set(tab.columns)], ...settings })),
  "/sheets/log": fc.record(
    {
      tab: word,
      sheetId: fc.oneof(fc.constant(7), fc.integer()),
      startedAt: fc.constantFrom("2026-03-01T12:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00"),
      seconds: fc.oneof(fc.constant(30), fc.double()),
      trigger: fc.constantFrom("person", "schedule"),
      outcome: fc.constantFrom("done", "failed"),
      rows: fc.constant({ total: 9, changed: 1, added: 2, removed: 3 }),
      cells: fc.nat(),
      reason: word,
    },
    { requiredKeys: ["tab", "startedAt", "seconds", "trigger", "outcome", "rows", "cells"] },
  ),
  "/complete": fc.record({
    list: fc.constantFrom("creators", "samples", "videos"),
    brand: fc.constantFrom("default", "all", "none"),
    query: fc.oneof(word, fc.constantFrom("tag:", "handle:m", "by:(segment:", 'product:"a', "brand:d", "state:c")),
    cursor: fc.nat({ max: 12 }),
  }),
  "/sheets/pair": fc.record({ code: word, spreadsheetId: fc.constantFrom("x", "a b"), title: word }),
};

/** Mostly the names that a route takes: with others it is refused at the door. */
function searchOf({ query }: Route) {
  const names = query instanceof z.ZodObject ? Object.keys(query.shape) : [];
  const name = fc.oneof({ weight: 20, arbitrary: fc.constantFrom("brand", ...names) }, { weight: 1, arbitrary: word });
  const known =
    names.length > 0
      ? fc.uniqueArray(fc.tuple(name, value), { selector: ([each]) => each, maxLength: 3 })
      : fc.constant([]);
  return known.map((pairs) => pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&"));
}

/** Cursors as well, of which some are nearly right. */
const cursor = fc.oneof(
  fc.array(scalar, { maxLength: 3 }).map(inBase64),
  fc.record({ q: word, v: scalar, t: fc.array(word, { maxLength: 2 }), n: fc.nat(), m: fc.boolean() }).map(inBase64),
);
const value = fc.oneof(word, fc.constantFrom("default", "1", "5", "true", "creators", "handle,email"), cursor);

function inBase64(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString("base64url");
}

/** Half a character cannot be encoded as it is. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "?"));

const request = fc.constantFrom(...ROUTES).chain((route) =>
  fc.record({
    route: fc.constant(route),
    part: fc.oneof(
      { weight: 3, arbitrary: fc.constant(route.path.includes(":sheetId") ? "7" : "mia") },
      { weight: 1, arbitrary: word },
    ),
    search: searchOf(route),
    body: fc.oneof({ weight: 4, arbitrary: NEAR[route.path] ?? loose }, { weight: 1, arbitrary: loose }),
    match: fc.constantFrom("*", '"1"', "x"),
  }),
);

describe("any request", () => {
  it("is answered, or refused with a reason, and never breaks the server", { timeout: 60_000 }, async () => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(request, async ({ route: { path, method, body: takes, file }, part, search, body, match }) => {
        // Each comes in a minute of its own: this is not about how many there are.
        clock.now = new Date(clock.now.getTime() + 61_000);
        const to = path.replace(/:\w+/, encode(part) || "mia");
        const json = JSON.stringify(body ?? null).replaceAll('"ID"', JSON.stringify(creatorId));
        const sends =
          takes && !file ? { raw: json, headers: { "content-type": "application/json", "if-match": match } } : {};
        // Nobody disconnects: the others would meet nothing but that.
        if (path === "/sheets/pair" && method === "delete") return;
        const answer = await call(`${to}?${search}`, { method: method.toUpperCase(), token, ...sends });
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        expect(answer.status, `${method} ${to}?${search} ${json} ${JSON.stringify(answer.body)}`).toBeLessThan(500);
        if (answer.status >= 400) {
          expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
          expect(answer.body.detail).not.toBe("");
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 400) },
    );
    // It would say nothing if all were refused at the door.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(80);
    expect(statuses.get(401)).toBeUndefined();
  });
});
