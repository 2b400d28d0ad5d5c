import { beforeAll, describe, expect, it } from "vitest";
import type { CellEdit } from "../../../core/contract/index.js";
import { addCreator, addNote, editCreator, tagCreator } from "../../../core/edits/index.js";
import { testDatabase } from "../../support/database.js";
import { OWNER, startApi } from "./start-api.js";

const db = testDatabase();
const { call, tokenOf } = startApi(db);
let token = "";

const send = async (edits: Omit<CellEdit, "id">[], id: string, more: object = {}) => {
  const body = { brand: "default", edits: edits.map((edit) => ({ ...edit, id })), ...more };
  return call("/sheets/edits", { token, body });
};
const outcomes = ({ body }: { body: { edits: { outcome: string }[] } }) => body.edits.map(({ outcome }) => outcome);
const creator = async (handle: string) => (await call(`/creators/${handle}`, { token })).body;
const made = async (handle: string, fields: Record<string, string> = {}) =>
  (await addCreator(db, handle, fields, OWNER)).id;

beforeAll(async () => {
  token = await tokenOf("ann", "editor");
});

describe("POST /sheets/edits", () => {
  it("sends a cell that only the sheet changed, as the paired person's edit", async () => {
    const id = await made("mia", { email: "mia@example.com" });
    const { body } = await send([{ column: "email", synced: "mia@example.com", value: "New@Example.com" }], id);
    expect(body.edits).toEqual([{ id, column: "email", outcome: "sent", value: "new@example.com" }]);
    const edit = await db.collection("edits").findOne({ "change.to": "new@example.com" });
    expect(edit).toMatchObject({ by: "ann", via: "sheets" });
  });

  it("shows both values of a cell that both changed, and sends it when the person has seen Roster's", async () => {
    const id = await made("leo", { email: "leo@example.com" });
    await editCreator(db, "leo", { email: "theirs@example.com" }, OWNER);
    const mine = { column: "email", synced: "leo@example.com", value: "mine@example.com" };
    const { body } = await send([mine], id);
    expect(body.edits[0]).toMatchObject({ outcome: "conflict", value: mine.value, roster: "theirs@example.com" });
    expect((await creator("leo")).email).toBe("theirs@example.com");
    expect(outcomes(await send([{ ...mine, synced: "theirs@example.com" }], id))).toEqual(["sent"]);
    expect((await creator("leo")).email).toBe("mine@example.com");
  });

  it("says of a cell that only Roster changed that a refresh is due, and of an equal one that it is there", async () => {
    const id = await made("kai", { email: "kai@example.com" });
    const refresh = { column: "email", synced: "old@example.com", value: "old@example.com" };
    const same = { column: "badge", synced: null, value: "" };
    expect((await send([refresh, same], id)).body.edits).toMatchObject([
      { outcome: "refresh", roster: "kai@example.com" },
      { outcome: "same" },
    ]);
  });

  it("gives a reason for each cell that cannot be used, and sends the others", async () => {
    const id = await made("ava");
    const answer = await send(
      [
        { column: "email", synced: null, value: "not an address" },
        { column: "phone", synced: null, value: "+18325550159" },
        { column: "followers", synced: null, value: 5 },
        { column: "status", synced: "active", value: "asleep" },
      ],
      id,
    );
    expect(outcomes(answer)).toEqual(["invalid", "sent", "invalid", "invalid"]);
    expect(answer.body.edits[0].reason).toMatch(/e-?mail/i);
    expect(await creator("ava")).toMatchObject({ phone: "+18325550159", status: "active" });
  });

  it("sends names, parts of an address, status, whitelist and tags in one go", async () => {
    const id = await made("zoe");
    await tagCreator(db, "zoe", { add: ["cold"] }, OWNER);
    const answer = await send(
      [
        { column: "firstName", synced: null, value: "Zoe" },
        { column: "lastName", synced: null, value: "Cruz" },
        { column: "address.city", synced: null, value: "Austin" },
        { column: "address.state", synced: null, value: "TX" },
        { column: "status", synced: "active", value: "Inactive" },
        { column: "whitelisted", synced: false, value: true },
        { column: "tags", synced: "cold", value: "VIP, summer" },
      ],
      id,
    );
    expect(outcomes(answer)).toEqual(Array(7).fill("sent"));
    expect(await creator("zoe")).toMatchObject({
      firstName: "Zoe",
      lastName: "Cruz",
      address: { city: "Austin", state: "TX" },
      status: "inactive",
      whitelisted: true,
      tags: ["summer", "vip"],
    });
  });

  it("adds what is written below the notes, also when others added one, and refuses to change notes", async () => {
    const id = await made("nia");
    await addNote(db, "nia", "likes serum", OWNER);
    await addNote(db, "nia", "fast", OWNER);
    const added = { column: "notes", synced: "likes serum", value: "likes serum\nwants more" };
    expect(outcomes(await send([added], id))).toEqual(["sent"]);
    expect((await creator("nia")).notes.map(({ text }: { text: string }) => text)).toEqual([
      "likes serum",
      "fast",
      "wants more",
    ]);
    const changed = { column: "notes", synced: "likes serum", value: "hates serum" };
    expect((await send([changed], id)).body.edits[0]).toMatchObject({
      outcome: "invalid",
      reason: expect.stringMatching(/only be added to/),
    });
  });

  it("writes nothing on a dry run, and finds what is invalid", async () => {
    const id = await made("ida", { email: "ida@example.com" });
    const edits = [
      { column: "email", synced: "ida@example.com", value: "x@example.com" },
      { column: "phone", synced: null, value: "12" },
    ];
    expect(outcomes(await send(edits, id, { dryRun: true }))).toEqual(["sent", "invalid"]);
    expect((await creator("ida")).email).toBe("ida@example.com");
  });

  it("says of a row whose creator is gone that it cannot be sent", async () => {
    const { body } = await send([{ column: "email", synced: null, value: "x@example.com" }], "ghost");
    expect(body.edits[0]).toMatchObject({ outcome: "invalid", reason: expect.stringMatching(/not there any more/) });
  });

  it("leaves tags alone in a tab of all brands, and changes contacts", async () => {
    const id = await made("uma");
    const edits = [
      { column: "tags", synced: null, value: "vip" },
      { column: "email", synced: null, value: "uma@example.com" },
    ];
    expect(outcomes(await send(edits, id, { brand: "all" }))).toEqual(["invalid", "sent"]);
  });

  it("is refused to viewers", async () => {
    const viewer = await tokenOf("vic", "viewer");
    const body = { brand: "default", edits: [] };
    expect((await call("/sheets/edits", { token: viewer, body })).status).toBe(403);
  });
});
