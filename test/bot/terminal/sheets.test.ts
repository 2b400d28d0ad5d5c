import { describe, expect, it } from "vitest";
import { pairSpreadsheet } from "../../../core/access/index.js";
import { testDatabase } from "../../support/database.js";
import { roster } from "../../support/terminal.js";

const db = testDatabase();

describe("roster sheets", () => {
  it("gives a code that connects a spreadsheet, lists it, and disconnects it", async () => {
    expect((await roster("sheets")).stdout).toMatch(/^No spreadsheet is connected\./);
    await roster("people", "add", "ann", "--role", "editor");
    const { code, stdout } = await roster("sheets", "connect", "--as", "ann");
    expect(code).toBe(0);
    const [typed = ""] = stdout.split("\n");
    expect(typed).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    await pairSpreadsheet(db, { code: typed, spreadsheetId: "abc", title: "Plan" }, new Date());

    const { sheets } = JSON.parse((await roster("sheets", "--json")).stdout);
    expect(sheets).toEqual([expect.objectContaining({ spreadsheetId: "abc", title: "Plan", person: "ann" })]);
    expect(sheets[0]).not.toHaveProperty("hash");
    expect((await roster("sheets")).stdout).toMatch(/Plan +ann/);
    expect((await roster("sheets", "revoke", sheets[0].id)).stdout).toBe("Plan is not connected as ann any more.\n");
    expect(JSON.parse((await roster("sheets", "--json")).stdout).sheets).toEqual([]);
  });

  it("makes whoever types an admin among the people, who needs no --as", async () => {
    const first = JSON.parse((await roster("sheets", "connect", "--json")).stdout);
    const again = JSON.parse((await roster("sheets", "connect", "--json")).stdout);
    expect(first.code).toMatch(/^[2-9A-Z]{8}$/);
    expect(again.person).toBe(first.person);
  });

  it.each([
    ["connect --as nobody", 1, /no "nobody" among the people/],
    ["revoke 123", 1, /no connected spreadsheet "123"/],
    ["revoke", 2, /missing required argument/],
  ])("refuses %s", async (line, code, words) => {
    const result = await roster("sheets", ...line.split(" "));
    expect(result.code).toBe(code);
    expect(result.stderr).toMatch(words);
  });
});
