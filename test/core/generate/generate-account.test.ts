import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIRT } from "../../../core/generate/dirt.js";
import { type Expected, generateAccount } from "../../../core/generate/index.js";
import { Recount } from "./recount.js";

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "made-account-"));
});

afterAll(async () => {
  await rm(home, { recursive: true, force: true });
});

async function hashes(dir: string): Promise<string[]> {
  const names = ["products", "euka", "phones", "refunnel", "creators", "samples", "videos"].map(
    (name) => `${name}.csv`,
  );
  const texts = await Promise.all([...names, "expected.json"].map((name) => readFile(join(dir, name))));
  return texts.map((text) => createHash("sha256").update(text).digest("hex"));
}

describe("generateAccount", () => {
  it("writes the same bytes for the same size and seed, and others for another seed", async () => {
    await generateAccount(join(home, "one"), { size: 0.02, seed: 7 });
    await generateAccount(join(home, "same"), { size: 0.02, seed: 7 });
    await generateAccount(join(home, "other"), { size: 0.02, seed: 8 });
    const one = await hashes(join(home, "one"));
    expect(await hashes(join(home, "same"))).toEqual(one);
    const other = await hashes(join(home, "other"));
    expect(other.filter((hash) => one.includes(hash))).toEqual([]);
  });

  it.each([
    [0.01, 3],
    [0.02, 1],
    [0.1, 2],
  ])("counts what a plain reading of the files counts, at size %d with seed %d", async (size, seed) => {
    const dir = join(home, `recount-${size}`);
    const expected = await generateAccount(dir, { size, seed });
    const recount = await new Recount().read(dir);
    expect({
      rows: Object.entries(recount.rows).map(([name, rows]) => ({ name: `${name}.csv`, rows })),
      creators: recount.creators,
      sightings: recount.sightings.size,
      samples: recount.samples.size,
      videos: recount.videos.size,
      products: recount.products.size,
      snapshots: recount.snapshots.size,
      emails: recount.known("email"),
      phones: recount.known("phone"),
      verifiedPhones: recount.known("phone", 2),
      addresses: recount.known("address"),
      alternativesOf: {
        email: recount.alternatives("email"),
        phone: recount.alternatives("phone"),
        name: recount.alternatives("name"),
        address: recount.alternatives("address"),
      },
      rejectedRows: recount.rejectedRows,
      rejectedValues: recount.rejectedValues,
    }).toEqual({
      ...pickFrom(expected),
      rows: expected.files.map(({ name, rows }) => ({ name, rows })),
    });
  });

  it.each([1, 2, 3])("writes every kind of dirt at size 0.1, with seed %d", async (seed) => {
    const { dirt } = await generateAccount(join(home, `dirt-${seed}`), { size: 0.1, seed });
    expect(DIRT.filter((kind) => dirt[kind] === 0)).toEqual([]);
  });

  it("says of one video what TikTok once said of one", async () => {
    await generateAccount(join(home, "videos"), { size: 0.05, seed: 1 });
    const text = await readFile(join(home, "videos", "videos.csv"), "utf8");
    const [large] = text.split("\n").filter((line) => /16,?686\.39|\$16\.7K/.test(line));
    const link = /https:[^,]+/.exec(large ?? "")?.[0] ?? "no such row";
    const figures = text.split("\n").filter((line) => line.includes(link));
    expect(figures).toHaveLength(2);
    expect(figures[1]).toContain("73.98");
  });

  it("has the shape of a real account at size 1", async () => {
    const dir = join(home, "real");
    const expected = await generateAccount(dir, { size: 1, seed: 1 });
    const rows = Object.fromEntries(expected.files.map((file) => [file.name, file.rows]));
    expect(rows).toEqual({
      "products.csv": 611,
      "euka.csv": 25_284,
      "phones.csv": 36_308,
      "refunnel.csv": 7_271,
      "creators.csv": 9_000,
      "samples.csv": 123_000,
      "videos.csv": 59_894,
    });
    expect(expected).toMatchObject({ creators: 36_900, samples: 24_603, videos: 59_834 });
    expect(expected.emails / 25_284).toBeCloseTo(0.55, 2);
    expect(JSON.parse(await readFile(join(dir, "expected.json"), "utf8"))).toEqual(expected);
  }, 90_000);

  it.each([
    [0, 1, "size"],
    [Number.NaN, 1, "size"],
    [1, 0.5, "seed"],
  ])("refuses size %d with seed %d", async (size, seed, word) => {
    await expect(generateAccount(join(home, "none"), { size, seed })).rejects.toThrow(word);
  });
});

function pickFrom(expected: Expected) {
  const { creators, sightings, samples, videos, products, snapshots, emails, phones, verifiedPhones, addresses } =
    expected;
  const { alternativesOf, rejectedRows, rejectedValues } = expected;
  return {
    creators,
    sightings,
    samples,
    videos,
    products,
    snapshots,
    emails,
    phones,
    verifiedPhones,
    addresses,
    alternativesOf,
    rejectedRows,
    rejectedValues,
  };
}
