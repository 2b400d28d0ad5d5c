import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { UNDO_DAYS, undoDays } from "../../../core/imports/undo-days.js";
import { testDatabase, testDatabaseUri } from "../../support/database.js";
import { roster, rosterWith } from "../../support/terminal.js";
import { countDocuments, emptyDatabase, importsOf, makeAccountFiles, sum } from "./account.js";

const connection = testDatabase();

/** Two processes start from source, on two slow cores; milliseconds. */
vi.setConfig({ testTimeout: 120_000 });
const PATIENCE = { timeout: 60_000, interval: 20 };

const statuses = async () => importsOf(await roster("imports", "--json")).map(({ status }) => status);

describe("roster start", () => {
  it("finishes imports that were cut off by kill -9", async () => {
    const { files, expected } = await makeAccountFiles(0.03);
    const imports = connection.collection("imports");
    const env = { ...process.env, MONGODB_URI: testDatabaseUri() };
    const child = spawn(process.execPath, ["--import", "tsx", "main.ts", "import", ...files], { env, stdio: "ignore" });
    const ended = once(child, "exit");
    await vi.waitFor(async () => expect(await imports.countDocuments({ status: "running" })).toBe(7), PATIENCE);
    await vi.waitFor(async () => expect(await connection.collection("sightings").countDocuments()).toBeGreaterThan(0), {
      ...PATIENCE,
      interval: 5,
    });
    child.kill("SIGKILL");
    await ended;
    expect(await statuses()).toEqual(Array(7).fill("running"));
    expect((await roster("imports")).stdout).toMatch(/cut off; `start`, or the same file again, finishes it/);

    const ctrlC = new AbortController();
    const started = rosterWith({ env: { PORT: "0" }, signal: ctrlC.signal }, "start", "--only", "worker");
    await vi.waitFor(async () => expect(await statuses()).toEqual(Array(7).fill("done")), {
      ...PATIENCE,
      interval: 500,
    });
    ctrlC.abort();
    expect((await started).code).toBe(0);
    // What ran together is finished together.
    expect(await imports.distinct("doneAt")).toHaveLength(1);

    const { creators, samples, videos, products, snapshots } = expected;
    expect(await countDocuments(connection)).toMatchObject({ creators, samples, videos, products, snapshots });
    const again = importsOf(await roster("import", ...files, "--json"));
    expect(again.map(({ status }) => status)).toEqual(Array(7).fill("known"));
    expect(sum(again, ({ rows }) => rows)).toBe(expected.rows);
  });
});

describe("roster start --undo-days", () => {
  it("keeps how long imports can be undone, for every process and until it is told otherwise", async () => {
    expect(await undoDays(connection)).toBe(UNDO_DAYS);
    const ctrlC = new AbortController();
    const started = rosterWith({ signal: ctrlC.signal }, "start", "--only", "worker", "--undo-days", "45");
    await vi.waitFor(async () => expect(await undoDays(connection)).toBe(45), PATIENCE);
    ctrlC.abort();
    expect(await started).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("Imports can be undone for 45 days from now on. Then their originals go.\n"),
    });
  });

  it.each(["soon", "0", "1.5", "-3", "3661"])("refuses %s", async (days) => {
    const { code, stderr } = await roster("start", `--undo-days=${days}`);
    expect(code).toBe(2);
    expect(stderr).toContain("Expected a number of days from 1 to 3660, such as 60.");
  });
});

describe("roster import at Ctrl-C", () => {
  it("says how the import is finished, and leaves it to be taken up", async () => {
    await emptyDatabase(connection);
    const { file } = await makeAccountFiles(0.05);
    const ctrlC = new AbortController();
    const importing = rosterWith({ signal: ctrlC.signal }, "import", file("samples"));
    await vi.waitFor(async () => expect(await statuses()).toEqual(["running"]), PATIENCE);
    ctrlC.abort();
    expect(await importing).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/Cut off\. The same command again finishes the import, and so does `start`\.\n$/),
    });
    expect(await statuses()).toEqual(["running"]);
  });
});

describe("roster doctor", () => {
  const indexes = async () => {
    const { checks } = JSON.parse((await roster("doctor", "--json")).stdout) as { checks: { name: string }[] };
    return checks.find(({ name }) => name === "indexes");
  };

  it("finds all indexes after a start, and says which collection lacks one", async () => {
    expect(await indexes()).toMatchObject({ name: "indexes", ok: true, says: expect.stringMatching(/^all there/) });
    await connection.collection("samples").dropIndexes();
    expect(await indexes()).toEqual({
      name: "indexes",
      ok: false,
      says: "missing in samples",
      fix: "the next start or import makes them",
    });
  });

  it("misses none in an empty database", async () => {
    await connection.dropDatabase();
    expect(await indexes()).toMatchObject({ ok: true, says: "none yet; the first start or import makes them" });
  });
});
