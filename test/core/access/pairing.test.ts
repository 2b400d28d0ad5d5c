import { describe, expect, it } from "vitest";
import {
  addPerson,
  changePerson,
  holderOfToken,
  listTokens,
  makePairingCode,
  ownerActor,
  pairSpreadsheet,
  removePerson,
  revokeToken,
} from "../../../core/access/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { testDatabase } from "../../support/database.js";

const db = testDatabase();
const NOW = new Date("2026-03-01T12:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const OWNER = { actor: ownerActor("owner"), now: NOW };

const codeFor = async (personId: string) => (await makePairingCode(db, { ...OWNER, personId })).code;
const pair = (code: string, spreadsheetId = "sheet-1", now = NOW) => pairSpreadsheet(db, { code, spreadsheetId }, now);
const secretFor = async (id: string, sheet?: string) => (await pair(await codeFor(id), sheet)).secret;
const person = (id: string, role = "editor") => addPerson(db, { id, role }, OWNER);

describe("pairSpreadsheet", () => {
  it("trades a code for a token of the person and the spreadsheet, however the code was typed", async () => {
    await ensureIndexes(db);
    await person("ann");
    const code = await codeFor("ann");
    expect(code).toMatch(/^[2-9A-Z]{8}$/);
    const { secret } = await pair(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `);
    const holder = await holderOfToken(db, secret, "sheet-1", NOW);
    expect(holder).toMatchObject({ kind: "known", actor: { id: "ann", via: "sheets" } });
  });

  it("takes a code once, also when two try it at once", async () => {
    await person("bob");
    const code = await codeFor("bob");
    const tries = await Promise.allSettled([pair(code), pair(code), pair(code)]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(pair(code)).rejects.toMatchObject({ code: "not-found" });
  });

  it("takes no code after ten minutes, and none that a newer one replaced", async () => {
    await person("cleo");
    const old = await codeFor("cleo");
    const code = await codeFor("cleo");
    await expect(pair(old)).rejects.toMatchObject({ code: "not-found" });
    await expect(pair(code, "sheet-1", later(10))).rejects.toMatchObject({ code: "not-found" });
    await expect(pair(code, "sheet-1", later(9))).resolves.toBeDefined();
  });

  it("keeps neither the code nor the token", async () => {
    await person("dan");
    const code = await codeFor("dan");
    const { secret } = await pair(code);
    const kept = await Promise.all(
      ["pairings", "tokens", "settingChanges"].map((name) => db.collection(name).find().toArray()),
    );
    expect(JSON.stringify(kept)).not.toContain(code);
    expect(JSON.stringify(kept)).not.toContain(secret.slice(7));
  });

  it("replaces the token that the person had for the spreadsheet", async () => {
    await person("eve");
    const [first, second] = [await secretFor("eve"), await secretFor("eve")];
    expect((await holderOfToken(db, first, "sheet-1", NOW)).kind).toBe("unknown");
    expect((await holderOfToken(db, second, "sheet-1", NOW)).kind).toBe("known");
  });
});

describe("makePairingCode", () => {
  it("makes codes for others only for who manages people, and for nobody without rights", async () => {
    const ann = {
      actor: { id: "ann", name: "Ann", via: "slack", rights: [{ brandId: "all", role: "editor" }] },
    } as const;
    await expect(makePairingCode(db, { ...ann, now: NOW, personId: "bob" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(makePairingCode(db, { ...ann, now: NOW })).resolves.toMatchObject({ person: { _id: "ann" } });
    await expect(codeFor("nobody")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("holderOfToken", () => {
  it("knows no token in another spreadsheet, and none that was made up", async () => {
    await person("fay");
    const secret = await secretFor("fay");
    expect(await holderOfToken(db, secret, "copy-of-sheet-1", NOW)).toEqual({ kind: "other-spreadsheet" });
    expect(await holderOfToken(db, secret, undefined, NOW)).toEqual({ kind: "other-spreadsheet" });
    expect(await holderOfToken(db, `${secret}x`, "sheet-1", NOW)).toEqual({ kind: "unknown" });
  });

  it("gives the rights of this moment, none to who was removed", async () => {
    await person("gus");
    const secret = await secretFor("gus");
    await changePerson(db, "gus", { role: "viewer" }, OWNER);
    const holder = await holderOfToken(db, secret, "sheet-1", NOW);
    expect(holder).toMatchObject({ actor: { rights: [{ brandId: "all", role: "viewer" }] } });
    await person("hal", "admin");
    await removePerson(db, "gus", OWNER);
    expect(await holderOfToken(db, secret, "sheet-1", NOW)).toEqual({ kind: "unknown" });
  });

  it("keeps when it was last used, to the minute", async () => {
    await person("ivy");
    const secret = await secretFor("ivy", "sheet-9");
    const used = async () => (await listTokens(db, OWNER)).find(({ personId }) => personId === "ivy")?.lastUsedAt;
    expect(await used()).toBeUndefined();
    await holderOfToken(db, secret, "sheet-9", later(1));
    await holderOfToken(db, secret, "sheet-9", new Date(later(1).getTime() + 30_000));
    expect(await used()).toEqual(later(1));
    await holderOfToken(db, secret, "sheet-9", later(3));
    expect(await used()).toEqual(later(3));
  });
});

describe("revokeToken", () => {
  it("makes a token worthless, by its person or an admin, and says so in the audit log", async () => {
    await person("jo");
    await person("kim");
    const secret = await secretFor("jo", "sheet-2");
    const id = (await listTokens(db, OWNER)).find(({ personId }) => personId === "jo")?._id ?? "";
    const kim = { id: "kim", name: "Kim", via: "slack", rights: [{ brandId: "all", role: "editor" }] } as const;
    expect(await listTokens(db, { actor: kim })).toEqual([]);
    await expect(revokeToken(db, id, { actor: kim, now: NOW })).rejects.toMatchObject({ code: "forbidden" });
    await revokeToken(db, id, { actor: { ...kim, id: "jo" }, now: NOW });
    expect((await holderOfToken(db, secret, "sheet-2", NOW)).kind).toBe("unknown");
    const logged = await db
      .collection("settingChanges")
      .find({ kind: "sheet", subject: /sheet-2/ })
      .toArray();
    expect(logged.map(({ from, to, by }) => ({ from, to, by }))).toEqual([
      { to: "connected as jo", by: "jo" },
      { from: "connected as jo", by: "jo" },
    ]);
  });
});
