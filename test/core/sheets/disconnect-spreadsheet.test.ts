import { beforeAll, expect, it } from "vitest";
import { addPerson, listTokens, makePairingCode, pairSpreadsheet } from "../../../core/access/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { disconnectSpreadsheet, holdDueTab, listTabs, saveTab } from "../../../core/sheets/index.js";
import { asOwner, OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";

const db = testDatabase();
const NOW = new Date("2026-03-01T12:30:00Z");
const LATER = new Date("2026-03-01T14:00:00Z");

beforeAll(() => ensureIndexes(db));

async function connect(id: string, spreadsheetId: string) {
  const { code } = await makePairingCode(db, { ...asOwner(NOW), personId: id });
  await pairSpreadsheet(db, { code, spreadsheetId }, NOW);
}

const save = (id: string, spreadsheetId: string, sheetId: number) =>
  saveTab(
    db,
    {
      ...{ spreadsheetId, sheetId, title: `Tab ${sheetId}`, list: "creators", query: "", brandId: "default" },
      ...{ columns: ["handle"], whenGone: "grey", schedule: { every: "hour" }, paused: false },
    },
    { actor: { ...OWNER, id }, now: NOW },
  );

it("ends the token, and pauses what is refreshed with the person's rights in that spreadsheet only", async () => {
  for (const id of ["jo", "kim"]) await addPerson(db, { id, role: "admin" }, asOwner(NOW));
  await connect("jo", "book");
  await connect("jo", "other");
  await save("jo", "book", 1);
  await save("kim", "book", 2);
  await save("jo", "other", 3);
  const [token] = (await listTokens(db, asOwner(NOW))).filter(({ spreadsheetId }) => spreadsheetId === "book");

  await disconnectSpreadsheet(db, token?._id ?? "", asOwner(NOW));
  expect((await listTokens(db, asOwner(NOW))).map(({ spreadsheetId }) => spreadsheetId)).toEqual(["other"]);
  const paused = (await listTabs(db, "book", { actor: OWNER })).map((tab) => [tab.sheetId, tab.paused]);
  expect(paused).toEqual([
    [1, true],
    [2, false],
  ]);
  const due = [await holdDueTab(db, LATER), await holdDueTab(db, LATER), await holdDueTab(db, LATER)];
  expect(due.map((tab) => tab?.sheetId).sort()).toEqual([2, 3, undefined]);
});
