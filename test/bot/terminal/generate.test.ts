import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { roster } from "../../support/terminal.js";
import { makeFile, makeFolder } from "./account.js";

const contentOf = (dir: string) =>
  Object.fromEntries(readdirSync(dir).map((name) => [name, readFileSync(join(dir, name), "utf8")]));

describe("roster generate", () => {
  it("writes seven files and what an import of them has to find", async () => {
    const dir = join(makeFolder(), "account");
    const { code, stdout } = await roster("generate", dir, "--size", "0.01");
    expect(code).toBe(0);
    expect(readdirSync(dir).sort().join(" ")).toBe(
      "creators.csv euka.csv expected.json phones.csv products.csv refunnel.csv samples.csv videos.csv",
    );
    expect(stdout).toMatch(/^File +Rows +To be rejected +Unreadable values\nproducts\.csv +6 /);
    expect(stdout).toMatch(/\n[\d,]+ rows about 369 creators, 246 samples and 598 videos\.\n/);
    expect(stdout).toContain(`npm run -s roster -- import ${dir}/*.csv`);
  });

  it("writes the same bytes for the same size and seed, over its own files too, and others for another seed", async () => {
    const [one, two] = [makeFolder(), makeFolder()];
    const args = ["--size", "0.01", "--seed", "7"];
    const { stdout } = await roster("generate", one, ...args, "--json");
    await roster("generate", two, "--size", "0.01", "--seed", "8");
    expect(contentOf(two)).not.toEqual(contentOf(one));
    expect((await roster("generate", two, ...args)).code).toBe(0);
    expect(contentOf(two)).toEqual(contentOf(one));
    const { dir, ...expected } = JSON.parse(stdout);
    expect(dir).toBe(one);
    expect(expected).toEqual(JSON.parse(readFileSync(join(one, "expected.json"), "utf8")));
  });

  it("writes nothing among the files of somebody else", async () => {
    const dir = makeFolder();
    makeFile("novel.txt", "Call me Ishmael.", dir);
    const { code, stderr } = await roster("generate", dir);
    expect(code).toBe(1);
    expect(stderr).toBe(`${dir} holds other files (novel.txt). Name a new folder.\n`);
    expect(readdirSync(dir)).toEqual(["novel.txt"]);
  });

  it.each([
    ["--size 0", /The size of a made account is a number from 0\.01 to 25/],
    ["--size big", /Expected a number/],
    ["--seed 1.5", /The seed of a made account is a whole number/],
  ])("answers 2 to %s", async (line, words) => {
    const { code, stderr } = await roster("generate", join(makeFolder(), "new"), ...line.split(" "));
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
  });
});
