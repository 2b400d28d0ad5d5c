import { beforeAll, describe, expect, it } from "vitest";
import { bucketDigests, bucketOf, type SheetRow } from "../../../core/contract/index.js";
import { addCreator, editCreator } from "../../../core/edits/index.js";
import { testDatabase } from "../../support/database.js";
import { OWNER, startApi } from "./start-api.js";

const db = testDatabase();
const { call, tokenOf } = startApi(db);
let token = "";

const TAB = { list: "creators", query: "", brand: "default", columns: ["handle", "email", "status", "gmvCents"] };
const asRecord = (rows: readonly SheetRow[]) => Object.fromEntries(rows.map(({ id, hash }) => [id, hash]));
const sync = (body: object) => call("/sheets/sync", { token, body: { ...TAB, have: {}, ...body } });

beforeAll(async () => {
  token = await tokenOf("ann", "editor");
  for (const handle of ["mia", "leo", "kai"]) {
    await addCreator(db, handle, { email: `${handle}@example.com` }, OWNER);
  }
});

describe("POST /sheets/sync", () => {
  it("gives an empty tab every row", async () => {
    const { status, body } = await sync({});
    expect(status).toBe(200);
    expect(body.total).toBe(3);
    expect(body.rows.map(({ cells }: SheetRow) => cells[1]).sort()).toEqual([
      "kai@example.com",
      "leo@example.com",
      "mia@example.com",
    ]);
    expect(body.columns.map(({ header }: { header: string }) => header)).toEqual([
      "Handle",
      "E-mail",
      "Status",
      "GMV (USD)",
    ]);
  });

  it("gives a tab that has everything nothing", async () => {
    const have = asRecord((await sync({})).body.rows);
    const { body } = await sync({ have });
    expect([body.rows, body.later, body.gone]).toEqual([[], [], []]);
  });

  it("tells what changed, came and is gone", async () => {
    const before = (await sync({})).body.rows as SheetRow[];
    const have = { ...asRecord(before), ghost: "0123456789" };
    await editCreator(db, "mia", { email: "new@example.com" }, OWNER);
    await addCreator(db, "zoe", {}, OWNER);
    const { body } = await sync({ have });
    expect(body.rows.map(({ cells }: SheetRow) => cells[0]).sort()).toEqual(["mia", "zoe"]);
    expect(body.gone).toEqual(["ghost"]);
  });

  it("tells of a row that left the query that it is gone", async () => {
    const have = asRecord((await sync({})).body.rows);
    await editCreator(db, "leo", { status: "blocked" }, OWNER);
    const { body } = await sync({ have, query: "-status:blocked" });
    const leo = (await sync({ query: "status:blocked" })).body.rows[0].id;
    expect(body.gone).toEqual([leo]);
  });
});

describe("POST /sheets/digests", () => {
  const digests = (rows: readonly SheetRow[], buckets: number) =>
    call("/sheets/digests", {
      token,
      body: {
        ...TAB,
        buckets,
        digests: bucketDigests(
          rows.map(({ id, hash }) => [id, hash] as const),
          buckets,
        ),
      },
    });

  it("finds no bucket that differs in a tab that is true", async () => {
    const { rows } = (await sync({})).body;
    expect((await digests(rows, 4)).body).toEqual({ total: rows.length, differing: [] });
  });

  it("finds the bucket of a row that changed, in which the sync finds the row", async () => {
    const rows = (await sync({})).body.rows as SheetRow[];
    await editCreator(db, "kai", { email: "kai.new@example.com" }, OWNER);
    const { differing } = (await digests(rows, 64)).body;
    expect(differing).toHaveLength(1);
    const named = rows.filter(({ id }) => bucketOf(id, 64) === differing[0]);
    const { body } = await sync({ have: asRecord(named), among: { buckets: 64, of: differing } });
    expect(body.rows.map(({ cells }: SheetRow) => cells[1])).toEqual(["kai.new@example.com"]);
    expect(body.gone).toEqual([]);
  });
});

describe("POST /sheets/rows", () => {
  it("gives rows by id, and names those that do not fit", async () => {
    const rows = (await sync({})).body.rows as SheetRow[];
    const ids = [rows[0]?.id, "ghost"];
    const { body } = await call("/sheets/rows", { token, body: { ...TAB, ids } });
    expect(body).toEqual({ rows: [rows[0]], gone: ["ghost"] });
  });
});
