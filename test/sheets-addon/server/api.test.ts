import { beforeAll, describe, expect, it } from "vitest";
import { addBrand } from "../../../core/brands/index.js";
import { addCreator, editCreator } from "../../../core/edits/index.js";
import { testDatabase } from "../../support/database.js";
import { csvOf } from "../../support/make.js";
import { OWNER, startApi } from "./start-api.js";

const db = testDatabase();
const clock = { now: OWNER.now };
const { call, tokenOf, codeFor } = startApi(db, clock);
let token = "";
let viewer = "";

beforeAll(async () => {
  token = await tokenOf("ann", "editor");
  viewer = await tokenOf("vic", "viewer");
  await addCreator(db, "mia", { email: "mia@example.com", phone: "+18325550159" }, OWNER);
  await addCreator(db, "leo", {}, OWNER);
});

describe("a request without a right to ask", () => {
  it.each([
    ["no token", {}, 401, "not-paired"],
    ["a made-up token", { token: "roster_no" }, 401, "not-paired"],
    ["a token that is no token", { token: "a b {$gt}" }, 401, "not-paired"],
  ])("is refused with %s", async (_what, sent, status, kind) => {
    const answer = await call("/creators", sent);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ type: `urn:roster:problems:${kind}`, status, detail: expect.any(String) });
  });

  it("is refused from a copy of the spreadsheet", async () => {
    const { status, body } = await call("/creators", { token, sheet: "copy" });
    expect([status, body.type]).toEqual([403, "urn:roster:problems:other-spreadsheet"]);
  });

  it("is refused for a brand of others, and for all brands", async () => {
    await addBrand(db, { slug: "glow", name: "Glow" }, OWNER);
    const glow = await tokenOf("gil", "editor", "glow");
    expect((await call("/creators?brand=glow", { token: glow })).status).toBe(200);
    expect((await call("/creators?brand=default", { token: glow })).status).toBe(403);
    expect((await call("/creators?brand=all", { token: glow })).status).toBe(403);
  });
});

describe("POST /sheets/pair", () => {
  it("gives a token once for a code, and says when a code is not known", async () => {
    const body = { code: await codeFor("ann"), spreadsheetId: "sheet-2", title: "Plan" };
    const paired = await call("/sheets/pair", { body });
    expect(paired.status).toBe(201);
    expect(paired.body).toEqual({ token: expect.stringMatching(/^roster_/), person: { id: "ann", name: "ann" } });
    const me = await call("/sheets/me", { token: paired.body.token, sheet: "sheet-2" });
    expect(me.body).toMatchObject({ person: { id: "ann" }, allBrands: true });
    const again = await call("/sheets/pair", { body });
    expect([again.status, again.body.detail]).toEqual([404, expect.stringMatching(/works once/)]);
  });

  it("lets one address guess only a few times a minute", async () => {
    clock.now = new Date(clock.now.getTime() + 120_000);
    const tries = [];
    for (let at = 0; at < 12; at += 1) {
      tries.push((await call("/sheets/pair", { body: { code: `WRONG${at}`, spreadsheetId: "x" } })).status);
    }
    expect(tries.slice(0, 10)).toEqual(Array(10).fill(404));
    expect(tries.slice(10)).toEqual([429, 429]);
    clock.now = new Date(clock.now.getTime() + 120_000);
  });

  it("is taken back by who is connected", async () => {
    const { body } = await call("/sheets/pair", { body: { code: await codeFor("ann"), spreadsheetId: "sheet-3" } });
    const mine = { token: body.token, sheet: "sheet-3" };
    expect((await call("/sheets/pair", { ...mine, method: "DELETE" })).status).toBe(200);
    expect((await call("/sheets/me", mine)).status).toBe(401);
  });
});

describe("GET /creators", () => {
  it("gives pages that follow each other by their cursor", async () => {
    const first = await call("/creators?limit=1&query=sort:handle", { token });
    expect(first.body).toMatchObject({ total: 2, rows: [{ handle: "leo" }], next: expect.any(String) });
    const second = await call(`/creators?limit=1&query=sort:handle&cursor=${first.body.next}`, { token });
    expect(second.body.rows).toMatchObject([{ handle: "mia" }]);
    expect(second.body.next).toBeUndefined();
  });

  it("gives only the columns that were asked for", async () => {
    const { body } = await call("/creators?query=handle:mia&columns=handle,email", { token });
    expect(body.rows).toEqual([{ handle: "mia", email: "mia@example.com" }]);
  });

  it("masks contacts for viewers, in lists, in one creator and in tabs", async () => {
    const tab = { list: "creators", query: "handle:mia", brand: "default", columns: ["email", "phone"], have: {} };
    const [list, one, rows] = await Promise.all([
      call("/creators?query=handle:mia", { token: viewer }),
      call("/creators/mia", { token: viewer }),
      call("/sheets/sync", { token: viewer, body: tab }),
    ]);
    expect(list.body.rows[0]).toMatchObject({ email: "m***@e***.com", phone: "+1832*****59" });
    expect(one.body).toMatchObject({ email: "m***@e***.com" });
    expect(rows.body.rows[0].cells).toEqual(["m***@e***.com", "+1832*****59"]);
    expect(JSON.stringify([list.body, one.body, rows.body])).not.toContain("mia@example.com");
    expect((await call("/creators?query=email:mia", { token: viewer })).status).toBe(403);
  });

  it("shows the place of a mistake in the query", async () => {
    const { status, body } = await call("/creators?query=gvm:%3E5", { token });
    expect([status, body.detail]).toEqual([400, expect.stringMatching(/gvm:>5\n\^+/)]);
  });
});

describe("PATCH /creators/:handle", () => {
  const patch = (handle: string, body: object, headers: Record<string, string> = {}) =>
    call(`/creators/${handle}`, { method: "PATCH", token, body, headers });

  it("changes a creator that is as it was read, and refuses one that changed since", async () => {
    const read = await call("/creators/leo", { token });
    const match = { "if-match": read.headers.get("etag") ?? "" };
    const changed = await patch(
      "leo",
      { fields: { email: "leo@example.com" }, tags: { add: ["vip"] }, note: "hi" },
      match,
    );
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ email: "leo@example.com", tags: ["vip"], notes: [{ text: "hi" }] });
    expect(changed.headers.get("etag")).not.toBe(match["if-match"]);
    const late = await patch("leo", { fields: { email: "x@example.com" } }, match);
    expect([late.status, late.body.type]).toEqual([412, "urn:roster:problems:changed-meanwhile"]);
    expect((await patch("leo", { fields: { email: "" } })).status).toBe(428);
  });

  it("says what is wrong with a field or a value", async () => {
    const any = { "if-match": "*" };
    expect((await patch("leo", { fields: { emial: "x" } }, any)).body.detail).toMatch(/Did you mean email/);
    expect((await patch("leo", { fields: { email: "x" } }, any)).status).toBe(400);
    expect((await patch("nobody", { note: "x" }, any)).status).toBe(404);
  });
});

describe("POST /imports", () => {
  const form = (fields: Record<string, string>, csv = csvOf("euka", [{ handle: "zoe", email: "zoe@example.com" }])) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", new Blob([csv]), "tab.csv");
    return form;
  };

  it("names every rejected row of a preview, so that each gets its note in the tab", async () => {
    const rows = Array.from({ length: 120 }, (_, at) => `not a handle ${at},a${at}@example.com`);
    const bad = new FormData();
    bad.set("dryRun", "true");
    bad.set("file", new Blob([["handle,email", ...rows].join("\n")]), "bad.csv");
    const { body } = await call("/imports", { token, raw: bad });
    expect(body).toMatchObject({ status: "previewed", rejected: 120 });
    expect(body.rejections).toHaveLength(120);
  });

  it("previews a file without writing, takes it in, and knows it the next time", async () => {
    const preview = await call("/imports", { token, raw: form({ dryRun: "true" }) });
    expect(preview.body).toMatchObject({ status: "previewed", source: "euka", creators: { new: 1 }, rejections: [] });
    expect((await call("/creators/zoe", { token })).status).toBe(404);
    const done = await call("/imports", { token, raw: form({}) });
    expect([done.status, done.body]).toMatchObject([
      201,
      { status: "done", creators: { new: 1 }, by: "ann", via: "sheets" },
    ]);
    expect((await call("/creators/zoe", { token })).status).toBe(200);
    const again = await call("/imports", { token, raw: form({}) });
    expect(again.body).toMatchObject({ status: "known", known: done.body.id });
    expect((await call(`/imports/${done.body.id}`, { token })).body).toMatchObject({ status: "done", file: "tab.csv" });
    expect((await call("/imports", { token })).body.imports).toHaveLength(1);
  });

  it.each([
    ["a file that nothing knows", form({}, "a,b\n1,2\n"), 422],
    ["another field", form({ more: "x" }), 400],
    ["a brand that is not there", form({ brand: "none" }), 404],
    ["no file", new FormData(), 400],
  ])("refuses %s", async (_what, raw, status) => {
    const answer = await call("/imports", { token, raw });
    expect([answer.status, typeof answer.body.detail]).toEqual([status, "string"]);
  });

  it("is refused to viewers", async () => {
    expect((await call("/imports", { token: viewer, raw: form({}) })).status).toBe(403);
  });
});

describe("the other lists", () => {
  it.each([
    ["/samples", { total: 0, rows: [] }],
    ["/videos", { total: 0, rows: [] }],
    ["/products", { rows: [] }],
    ["/brands", { brands: [{ slug: "default" }, { slug: "glow" }] }],
    ["/segments", { segments: [] }],
    ["/sheets/log", { runs: [] }],
  ])("answers GET %s", async (path, expected) => {
    const { status, body } = await call(path, { token });
    expect([status, body]).toMatchObject([200, expected]);
  });

  it("describes the columns and fields of a list", async () => {
    const { body } = await call("/fields?list=creators", { token });
    expect(body.columns).toContainEqual({ column: "gmvCents", header: "GMV (USD)", format: "money", editable: false });
    expect(body.columns).toContainEqual({ column: "email", header: "E-mail", format: "text", editable: true });
    expect(body.fields).toContainEqual(
      expect.objectContaining({ name: "badge", values: expect.arrayContaining(["gold"]) }),
    );
  });

  it("saves a segment, and keeps the log of a spreadsheet's runs", async () => {
    const saved = await call("/segments", { token, body: { name: "vips", query: "tag:vip" } });
    expect([saved.status, saved.body]).toMatchObject([201, { name: "vips", owner: "ann", brand: "default" }]);
    const run = {
      tab: "Creators",
      startedAt: "2026-03-01T12:00:00Z",
      seconds: 1.5,
      trigger: "person",
      outcome: "done",
      rows: { total: 2, changed: 1, added: 0, removed: 0 },
      cells: 3,
    };
    expect((await call("/sheets/log", { token, body: run })).status).toBe(201);
    expect((await call("/sheets/log", { token })).body.runs).toEqual([{ ...run, by: "ann" }]);
  });
});

describe("a request that makes no sense", () => {
  const json = { "content-type": "application/json" };
  it.each([
    ["an unknown path", "/nothing", {}, 404],
    ["a wrong method", "/creators", { method: "DELETE" }, 405],
    ["JSON that is cut off", "/sheets/sync", { raw: '{"list":', headers: json }, 400],
    ["a body that is no JSON", "/sheets/sync", { raw: "x=1", headers: { "content-type": "text/plain" } }, 415],
    ["a compression nobody knows", "/sheets/sync", { raw: "x", headers: { ...json, "content-encoding": "x" } }, 415],
    ["compressed rubbish", "/sheets/sync", { raw: "x", headers: { ...json, "content-encoding": "gzip" } }, 400],
    ["an operator of the database", "/sheets/rows", { body: { list: { $ne: "" }, ids: [{ $gt: "" }] } }, 400],
    ["an operator in the address", "/creators?brand[$ne]=x", {}, 400],
    ["a parameter given twice", "/creators?limit=1&limit=2", {}, 400],
    ["a wrong limit", "/creators?limit=1e9", {}, 400],
    ["a cursor of nothing", "/creators?cursor=abc", {}, 400],
    ["a cursor of another list", "/products?cursor=W10", {}, 400],
    ["a path that cannot be decoded", "/creators/%E0%A4%A", {}, 400],
    ["a NUL", "/creators?query=email:a%00b", {}, 400],
    ["a column that is not there", "/creators?columns=emial", {}, 400],
    ["a huge body", "/sheets/pair", { body: { code: "x".repeat(200_000), spreadsheetId: "x" } }, 413],
    ["a proto", "/sheets/sync", { raw: '{"__proto__":{"list":"creators"}}', headers: json }, 400],
  ])("is answered with its reason: %s", async (_what, path, sent, status) => {
    const answer = await call(path, { token, ...sent });
    expect(answer.body).toMatchObject({ status, detail: expect.any(String), title: expect.any(String) });
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(answer.status).toBe(status);
  });

  it("is counted, and refused when there are too many", async () => {
    clock.now = new Date(clock.now.getTime() + 600_000);
    const strangers = await Promise.all(Array.from({ length: 70 }, () => call("/creators", {})));
    const refused = strangers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("GET /openapi.json", () => {
  it("describes every path by the schemas that read its requests", async () => {
    const { body } = await call("/openapi.json");
    expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(["/creators/{handle}", "/sheets/sync", "/imports"]));
    const sync = body.paths["/sheets/sync"].post.requestBody.content["application/json"].schema;
    expect(sync.required).toEqual(["list", "query", "brand", "columns", "have"]);
    expect(body.paths["/creators"].get.parameters.map(({ name }: { name: string }) => name)).toContain("cursor");
  });
});

describe("two edits at once by the API", () => {
  it("let one through where both read the same creator", async () => {
    clock.now = new Date(clock.now.getTime() + 600_000);
    await editCreator(db, "leo", { email: "start@example.com" }, OWNER);
    const etag = (await call("/creators/leo", { token })).headers.get("etag") ?? "";
    const both = await Promise.all(
      ["a@example.com", "b@example.com"].map((email) =>
        call("/creators/leo", { method: "PATCH", token, body: { fields: { email } }, headers: { "if-match": etag } }),
      ),
    );
    expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(both.every(({ status }) => [200, 409, 412].includes(status))).toBe(true);
  });
});
