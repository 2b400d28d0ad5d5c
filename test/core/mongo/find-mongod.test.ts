import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type Fetcher, findMongod, type Search } from "../../../core/mongo/embedded/find-mongod.js";

let home: string;
let cacheDir: string;
let told: string[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "roster-find-"));
  cacheDir = join(home, "cache");
  told = [];
  onTestFinished(() => rmSync(home, { recursive: true }));
});

/** A program that says what `mongod --version` says. */
function program(path: string, says = "db version v7.0.4"): string {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho "${says}"\n`);
  chmodSync(path, 0o755);
  return path;
}

function kept(version: string): string {
  return program(join(cacheDir, `mongod-${version}`, "mongod"), `db version v${version}`);
}

const noFetching: Fetcher[] = [];

function find(search: Partial<Search["config"]> & Pick<Search, "dataVersion" | "fetchers"> = {}) {
  const { dataVersion, fetchers = noFetching, ...config } = search;
  const tell = (line: string) => told.push(line);
  return findMongod({ config: { searchPath: [], cacheDir, ...config }, dataVersion, tell, fetchers });
}

/** Writes a server as a download would, in two steps. */
function fetcher(version: string, name = "a download"): Fetcher {
  return {
    name,
    async fetchMongod(directory) {
      const path = join(directory, "half");
      writeFileSync(path, "#!/bin/sh\n");
      await pause(20);
      return program(path, `db version v${version}`);
    },
  };
}

function failing(name: string, reason: string): Fetcher {
  return { name, fetchMongod: () => Promise.reject(new Error(reason)) };
}

describe("findMongod", () => {
  it("takes MONGOD_BINARY before everything", async () => {
    kept("6.0.5");
    const binary = program(join(home, "mine"));
    expect(await find({ MONGOD_BINARY: binary, searchPath: [join(home, "bin")] })).toMatchObject({
      binary,
      version: "7.0.4",
    });
  });

  it.each([
    ["is not there", () => join(home, "nowhere"), /nowhere.*ENOENT/],
    ["is another program", () => program(join(home, "other"), "GNU bash"), /other is not a MongoDB server/],
    ["cannot be executed", () => writeText(join(home, "text")), /text.*EACCES/],
  ])("refuses a MONGOD_BINARY that %s", async (_title, path, message) => {
    await expect(find({ MONGOD_BINARY: path() })).rejects.toMatchObject({
      code: "wrong-input",
      say: expect.stringMatching(message),
    });
  });

  it("takes mongod on the PATH before a kept one", async () => {
    kept("6.0.5");
    const binary = program(join(home, "bin", "mongod"));
    expect(await find({ searchPath: [join(home, "empty"), join(home, "bin")] })).toMatchObject({ binary });
  });

  it("passes over a mongod on the PATH that does not run", async () => {
    program(join(home, "bin", "mongod"), "error while loading shared libraries");
    const binary = kept("6.0.5");
    expect(await find({ searchPath: [join(home, "bin")] })).toMatchObject({ binary });
  });

  it("takes the newest kept one, and fetches nothing", async () => {
    kept("6.0.5");
    const binary = kept("10.0.1");
    kept("8.2.6");
    expect(await find({ fetchers: [failing("a download", "must not be tried")] })).toMatchObject({ binary });
    expect(told).toEqual([]);
  });

  it("prefers a server that can read the data", async () => {
    program(join(home, "bin", "mongod"));
    const binary = kept("6.0.9");
    expect(await find({ searchPath: [join(home, "bin")], dataVersion: "6.0.5" })).toMatchObject({ binary });
  });

  it("fetches when there is none, tells so, and keeps it", async () => {
    const fetchers = [failing("first way", "no way out"), fetcher("8.0.1", "second way")];
    const found = await find({ fetchers });
    expect(found).toMatchObject({ version: "8.0.1", binary: join(cacheDir, "mongod-8.0.1", "mongod") });
    expect(told).toEqual([expect.stringContaining("first way"), expect.stringContaining("second way")]);
    expect(await find()).toEqual(found);
  });

  it("leaves one whole server when several fetch at once", async () => {
    const found = await Promise.all(Array.from({ length: 5 }, () => find({ fetchers: [fetcher("8.0.1")] })));
    expect(new Set(found.map(({ binary }) => binary)).size).toBe(1);
    expect(readdirSync(cacheDir)).toEqual(["mongod-8.0.1"]);
    expect(await find()).toMatchObject({ version: "8.0.1" });
  });

  it("keeps nothing of a fetched server that does not run here", async () => {
    const broken = { ...fetcher(""), name: "broken" };
    await expect(find({ fetchers: [broken] })).rejects.toMatchObject({ code: "unreachable" });
    expect(readdirSync(cacheDir)).toEqual([]);
  });

  it("takes away what a fetch left that was cut off long ago, and not one under way", async () => {
    for (const name of ["fetching-old", "fetching-new"]) mkdirSync(join(cacheDir, name), { recursive: true });
    utimesSync(join(cacheDir, "fetching-old"), 0, 0);
    await find({ fetchers: [fetcher("8.0.1")] });
    expect(readdirSync(cacheDir)).toEqual(["fetching-new", "mongod-8.0.1"]);
  });

  it("says how each way failed and what to install or set", async () => {
    const fetchers = [failing("first way", "no way out"), failing("second way", "only for x86-64 Linux")];
    await expect(find({ fetchers })).rejects.toMatchObject({
      code: "unreachable",
      say: expect.stringMatching(
        /first way: no way out\n.*second way: only for x86-64 Linux\n.*MONGODB_URI.*\n.*MONGOD_BINARY/,
      ),
    });
  });
});

function writeText(path: string): string {
  writeFileSync(path, "text");
  return path;
}
