import { describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.js";
import { roster } from "../../support/terminal.js";
import { fixture, importsOf, makeFile } from "./account.js";

const connection = testDatabase();

describe("a table of one's own", () => {
  it("comes with a guess at its columns and the command that takes it in", async () => {
    const file = fixture("unknown-table.csv");
    const { code, stderr } = await roster("import", file);
    expect(code).toBe(1);
    expect(stderr).toMatch(/ {4}Creator {2}handle\n {4}Contact {2}email\n {4}Cell {5}phone\n/);
    const command = stderr.trim().split("\n").at(-1)?.trim();
    expect(command).toBe(
      `npm run -s roster -- import ${file} --map Creator=handle,Contact=email,Cell=phone --map-name unknown-table`,
    );

    const words = command?.split(" -- ")[1]?.split(" ") ?? [];
    expect(importsOf(await roster(...words, "--dry-run", "--json"))[0]).toMatchObject({ source: "mapped", rows: 2 });
    expect((await roster("mappings")).stdout).toMatch(/^No mapping has been saved/);

    expect(importsOf(await roster(...words, "--json"))[0]).toMatchObject({ source: "mapped", status: "done", rows: 2 });
    const creator = await connection.collection("creators").findOne({ handles: "glowbymia" });
    expect(creator).toMatchObject({ email: "mia@example.com" });
  });

  it("is known by its headers the next time", async () => {
    expect((await roster("mappings")).stdout).toMatch(
      /^Name +Columns\nunknown-table {2}Creator=handle, Contact=email, Cell=phone\n$/,
    );
    const next = makeFile("June.csv", "Cell,CREATOR,Contact\n(212) 555-0145,@kim,kim@example.com\n");
    expect(importsOf(await roster("import", next, "--json"))[0]).toMatchObject({ source: "mapped", status: "done" });
  });

  it("takes headers that hold commas", async () => {
    const file = makeFile("sales.csv", '"Creator, TikTok",Mail\nkim,kim@example.com\n');
    const map = ["--map", "Creator, TikTok=handle,Mail=email", "--map-name", "sales"];
    expect(importsOf(await roster("import", file, ...map, "--json"))[0]).toMatchObject({ rows: 1, rejected: 0 });
  });

  it.each([
    ["Creatr=handle", "x", /there is no column "Creatr"; the columns are: Creator, Contact, Cell\./],
    ["Creator=handel", "x", /there is no field "handel" \(did you mean handle\?\); the fields are: handle, /],
    ["Contact=email", "x", /one column has to say whose row it is: handle or tiktokUserId\./],
    ["Creator=handle,Contact=handle", "x", /handle is filled by "Creator" already, so not by "Contact"\./],
    ["Creator=handle", "euka", /"euka" is the name of a source/],
    ["Creator=handle", "../x", /expected a name of letters and digits; got "\.\.\/x"/],
  ])("is refused with --map %s --map-name %s", async (map, name, words) => {
    const args = ["--map", map, "--map-name", name];
    const { code, stderr } = await roster("import", fixture("unknown-table.csv"), ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
  });

  it("keeps its name for one mapping", async () => {
    const args = ["--map", "Creator=handle", "--map-name", "unknown-table"];
    const { code, stderr } = await roster("import", fixture("unknown-table.csv"), ...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^There is another mapping "unknown-table" already/);
  });

  it("is forgotten on demand", async () => {
    expect((await roster("mappings", "remove", "unknown-table")).stdout).toMatch(
      /^The mapping unknown-table is removed/,
    );
    const { code, stderr } = await roster("mappings", "remove", "unknown-table");
    expect(code).toBe(1);
    expect(stderr).toBe('There is no mapping "unknown-table". The mappings are: sales.\n');
  });
});
