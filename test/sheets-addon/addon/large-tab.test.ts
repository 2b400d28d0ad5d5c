import { beforeAll, describe, expect, it } from "vitest";
import { addPerson } from "../../../core/access/index.js";
import { testDatabase } from "../../support/database.js";
import { COLUMNS, idAt, seedLargeTab } from "../server/seed-large-tab.js";
import { OWNER } from "../server/start-api.js";
import { startSpreadsheet, TAB } from "./start-tab.js";

const db = testDatabase();
const { addon, connect } = startSpreadsheet(db);

/** Shares are the same for a real account (`ROWS=37000`). */
const ROWS = Number(process.env.ROWS ?? 5_000);

beforeAll(async () => {
  await seedLargeTab(db, ROWS);
  await addPerson(db, { id: "ann", role: "editor" }, OWNER);
  await connect("ann");
}, 240_000);

describe("a tab of many rows", () => {
  let [sheetId, wholeBytes, wholeCells] = [0, 0, 0];

  const refresh = async () => {
    const sum = { bytes: 0, cells: 0, steps: 0, seconds: 0 };
    let so: unknown;
    for (let done = false; !done; ) {
      const started = performance.now();
      const { answer, error, bytes } = await addon().run("refresh", { sheetId, so });
      expect(error).toBeUndefined();
      const step = answer as { done: boolean; so: { cells: number } };
      ({ done, so } = step);
      Object.assign(sum, { bytes: sum.bytes + bytes, cells: step.so.cells, steps: sum.steps + 1 });
      sum.seconds += (performance.now() - started) / 1_000;
    }
    if (process.env.SHOW) process.stdout.write(`${JSON.stringify(sum)}\n`);
    return sum;
  };

  it("is filled in chunks", { timeout: 600_000 }, async () => {
    const opening = await addon().call("bind", { ...TAB, columns: COLUMNS, title: "All" });
    sheetId = opening.active.sheetId;
    const { bytes, cells } = await refresh();
    [wholeBytes, wholeCells] = [bytes, cells];
    const { rows, handle } = await addon().inBook((book) => {
      const sheet = book.sheet("All");
      return { rows: sheet.lastRow, handle: sheet.cell(sheet.lastRow - 1, 1).value };
    });
    expect([rows, typeof handle]).toEqual([ROWS + 1, "string"]);
  });

  it("costs no cell and next to no bytes when nothing changed", { timeout: 600_000 }, async () => {
    const { bytes, cells } = await refresh();
    expect(cells).toBe(0);
    expect(bytes).toBeLessThan(wholeBytes / 100);
  });

  it("costs under 3% of the cells and of the bytes when 1% of the rows changed", { timeout: 600_000 }, async () => {
    const ids = Array.from({ length: ROWS / 100 }, (_, at) => idAt(at * 100));
    await db.collection("brandCreators").updateMany({ creatorId: { $in: ids } }, { $inc: { followers: 1 } });
    const { bytes, cells } = await refresh();
    expect(cells).toBe(ids.length);
    expect(cells).toBeLessThan(wholeCells * 0.03);
    expect(bytes).toBeLessThan(wholeBytes * 0.03);
  });
});
