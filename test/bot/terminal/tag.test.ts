import { beforeEach, describe, expect, it } from "vitest";
import { clear } from "../../core/edits/make.js";
import { testDatabase } from "../../support/database.js";
import { roster, rosterWith } from "../../support/terminal.js";
import { makeFile } from "./account.js";
import { rosterAsked } from "./on-a-terminal.js";

const connection = testDatabase();

beforeEach(async () => {
  await clear(connection);
  await roster("import", makeFile("list.csv", "handle,email\nann,ann@example.com\nbob,bob@example.com\ncat,\n"));
});

const found = async (query: string) => {
  const { rows } = JSON.parse((await roster("find", query, "--json")).stdout) as { rows: { handle: string }[] };
  return rows.map(({ handle }) => handle).sort();
};

describe("roster tag", () => {
  it("gives tags to all whom a query finds, and takes others", async () => {
    await roster("tag", "handle:ann", "+cold");
    const { code, stdout } = await roster("tag", "has:email", "+vip", "-cold");
    expect(code).toBe(0);
    expect(stdout).toBe("2 creators tagged +vip -cold.\nTo take it back: tag --undo 2\n");
    expect(await found("tag:vip")).toEqual(["ann", "bob"]);
    expect(await found("tag:cold")).toEqual([]);
  });

  it("takes it back as one", async () => {
    const { stdout } = await roster("tag", "has:email", "+vip", "--json");
    expect(JSON.parse(stdout)).toEqual({ batch: "1", selected: 2, changed: 2 });
    expect((await roster("tag", "--undo", "1")).stdout).toBe("Change 1 is undone for 2 creators.\n");
    expect(await found("tag:vip")).toEqual([]);
    expect(await roster("tag", "--undo", "1")).toMatchObject({
      code: 1,
      stderr: "Change 1 has been undone already.\n",
    });
  });

  it("says how many there are and asks at a terminal", async () => {
    const no = await rosterAsked("n\n", "tag", "has:email", "+vip");
    expect(no.stderr).toMatch(
      /^2 creators of default: @(ann|bob), @(ann|bob)\nTag \+vip\? \[y\/N\] Nothing was changed/,
    );
    expect(await found("tag:vip")).toEqual([]);
    await rosterAsked("y\n", "tag", "has:email", "+vip");
    expect(await found("tag:vip")).toEqual(["ann", "bob"]);
  });

  it("only says how many there are with --dry-run", async () => {
    const { stdout } = await roster("tag", "has:email", "+vip", "--dry-run", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ brand: "default", count: 2 });
    expect(await found("tag:vip")).toEqual([]);
  });

  it("takes a query that begins with - in parentheses", async () => {
    await roster("tag", "(-has:email)", "-cold", "+vip", "--yes");
    expect(await found("tag:vip")).toEqual(["cat"]);
  });

  it("tags a list, once it has said whom it means", async () => {
    const list = "@ann; tiktok.com/@CAT\nghost";
    const tried = await rosterWith({ stdin: list }, "tag", "--paste", "-", "+vip", "--dry-run");
    expect(tried.stdout).toMatch(/^2 creators of default: @(ann|cat), @(ann|cat); 1 not found: ghost\n$/);
    expect(await found("tag:vip")).toEqual([]);
    const { stdout, stderr } = await roster("tag", "--paste", makeFile("list.txt", list), "+vip", "-cold");
    expect(stderr).toMatch(/^2 creators of default: .*; 1 not found: ghost\n$/);
    expect(stdout).toBe("2 creators tagged +vip -cold.\nTo take it back: tag --undo 1\n");
    expect(await found("tag:vip")).toEqual(["ann", "cat"]);
    expect((await roster("audit")).stdout).toContain("of a list of 3 names");
    await roster("tag", "--undo", "1");
    expect(await found("tag:vip")).toEqual([]);
  });

  it.each([
    [["handle:ghost", "+vip"], "Nobody fits. Nothing was changed.\n"],
    [["has:email", "-never"], "0 creators tagged -never. 2 others had been that way already.\n"],
  ])("keeps nothing of %j, which changes nobody", async (args, said) => {
    expect(await roster("tag", ...args)).toMatchObject({ code: 0, stdout: said });
    expect(await connection.collection("batches").countDocuments()).toBe(0);
    expect(JSON.parse((await roster("tag", ...args, "--json")).stdout)).not.toHaveProperty("batch");
  });

  it("asks nothing where nobody fits", async () => {
    const { stdout, stderr } = await rosterAsked("y\n", "tag", "handle:ghost", "+vip");
    expect(stderr).toBe("0 creators of default\n");
    expect(stdout).toBe("Nobody fits. Nothing was changed.\n");
  });

  it.each([
    [["--undo", "1", "has:email"], /Expected nothing beside --undo 1, got: has:email\. Nothing was undone/],
    [["--undo", "1", "has:email", "+vip"], /got: has:email \+vip/],
    [["--undo", "1", "--brand", "default"], /got: --brand default/],
    [["--undo", "1", "--paste", "list.txt"], /got: --paste list\.txt/],
  ])("undoes nothing by %j", async (args, reason) => {
    await roster("tag", "has:email", "+vip");
    expect(await roster("tag", ...args)).toMatchObject({ code: 2, stderr: expect.stringMatching(reason) });
    expect(await found("tag:vip")).toEqual(["ann", "bob"]);
  });

  it.each([
    [["+vip"], /Expected a query first/],
    [["-has:email", "+vip"], /Expected a query first/],
    [["has:email"], /Expected tags to give or take/],
    [["has:email", "vip"], /Expected \+tag or -tag/],
    [["has:email", "+vip", "-status:blocked"], /A query of several words goes into quotes/],
    [["bagde:gold", "+vip"], /badge/],
    [["has:email", "+vip", "--dry-rum"], /Expected \+tag or -tag.*--dry-rum/],
  ])("refuses %j", async (args, reason) => {
    expect(await roster("tag", ...args)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(reason) });
    expect(await found("tag:vip")).toEqual([]);
  });
});

describe("roster status and whitelist", () => {
  it("change all creators that a query finds, and are taken back as one", async () => {
    const { stdout } = await roster("status", "--query", "has:email", "blocked", "--yes");
    expect(stdout).toMatch(/^2 creators set to blocked\.\nTo take it back: tag --undo \d+\n$/);
    expect(await found("status:blocked")).toEqual(["ann", "bob"]);
    await roster("tag", "--undo", stdout.match(/--undo (\d+)/)?.[1] ?? "", "--yes");
    expect(await found("status:blocked")).toEqual([]);
    expect((await roster("whitelist", "--query", "(-has:email)", "--yes")).stdout).toContain("1 creator put on the");
    expect(await found("is:whitelisted")).toEqual(["cat"]);
    expect(await roster("whitelist", "cat", "no")).toMatchObject({ code: 0 });
    expect(await found("is:whitelisted")).toEqual([]);
  });

  it.each([
    [["status", "--query", "has:email", "gone"], /active, inactive or blocked|active, inactive, blocked/],
    [["whitelist", "cat", "maybe"], /Expected yes or no/],
    [["status", "cat", "blocked", "--dry-run"], /Expected --query beside --dry-run.*Nothing was changed/],
    [["whitelist", "cat", "--yes"], /Expected --query beside --yes/],
  ])("refuse %j", async (args, reason) => {
    expect(await roster(...args)).toMatchObject({ code: 2, stderr: expect.stringMatching(reason) });
  });
});
