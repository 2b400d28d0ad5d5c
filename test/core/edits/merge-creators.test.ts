import fc from "fast-check";
import type { Connection } from "mongoose";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { allBrands } from "../../../core/brands/find-brand.js";
import { creatorModel } from "../../../core/creators/creator-model.js";
import { recomputeCreators } from "../../../core/creators/recompute-creators.js";
import {
  addCreator,
  addNote,
  editCreator,
  mergeCreators,
  tagCreator,
  unmergeCreators,
} from "../../../core/edits/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { undoImport } from "../../../core/imports/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { collectionOf } from "../../../core/mongo/model-of.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { dump } from "./dump.js";
import { ada, ben, clear, creatorOf, euka, later, NOW, samples, takeIn, VIC } from "./make.js";

const db = testDatabase();

beforeAll(() => ensureIndexes(db));
beforeEach(() => clear(db));

describe("mergeCreators", () => {
  it("makes two creators one, under the handle of the one that is kept", async () => {
    await takeIn(db, euka({ handle: "old.mia", email: "mia@example.com" }, { handle: "mia", phone: "+18325550159" }));
    await takeIn(db, samples({ order: "1", handle: "old.mia" }, { order: "2", handle: "mia" }));
    await tagCreator(db, "old.mia", { add: ["vip"] }, ada);
    const { handle } = await mergeCreators(db, "@old.mia", "@mia", ada);
    expect(handle).toBe("mia");
    expect(await creatorOf(db, "old.mia")).toMatchObject({
      handles: ["mia", "old.mia"],
      email: "mia@example.com",
      phone: "+18325550159",
      samples: 2,
      tags: ["vip"],
    });
    expect(await collectionOf(creatorModel(db)).countDocuments()).toBe(1);
  });

  it("takes in what later imports say under either handle", async () => {
    await takeIn(db, euka({ handle: "old.mia" }, { handle: "mia" }));
    await mergeCreators(db, "old.mia", "mia", ada);
    await takeIn(db, euka({ handle: "old.mia", email: "mia@example.com" }));
    expect((await creatorOf(db, "mia")).email).toBe("mia@example.com");
  });

  it.each([
    ["mia", "mia", /named twice/],
    ["old.mia", "mia", /merged already/],
    ["mia", "old.mia", /merged already/],
    ["seen.once", "seen.twice", /two names of one creator already \(TikTok user id 77\)/],
  ])("refuses %s into %s, which are one already", async (from, into, reason) => {
    await takeIn(db, euka({ handle: "old.mia" }, { handle: "mia" }));
    await takeIn(db, samples({ order: "1", handle: "seen.once", userId: "77" }), { asOf: "2026-01-01" });
    await takeIn(db, samples({ order: "2", handle: "seen.twice", userId: "77" }), { asOf: "2026-02-01" });
    await mergeCreators(db, "old.mia", "mia", ada);
    await expect(mergeCreators(db, from, into, ada)).rejects.toMatchObject({
      code: "refused",
      say: expect.stringMatching(reason),
    });
  });

  it("refuses a viewer, and names who is not there", async () => {
    await takeIn(db, euka({ handle: "old.mia" }, { handle: "mia" }));
    await expect(mergeCreators(db, "old.mia", "mia", { actor: VIC, now: NOW })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(mergeCreators(db, "old.mio", "mia", ada)).rejects.toMatchObject({
      code: "not-found",
      say: "There is no creator @old.mio. Did you mean @old.mia?",
    });
  });

  it("merges once when two people merge the same two at once, both ways round", async () => {
    await takeIn(db, euka({ handle: "old.mia" }, { handle: "mia" }));
    const settled = await Promise.allSettled([
      mergeCreators(db, "old.mia", "mia", ada),
      mergeCreators(db, "mia", "old.mia", ben),
      mergeCreators(db, "old.mia", "mia", ben),
    ]);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await collectionOf(creatorModel(db)).countDocuments()).toBe(1);
  });

  it("keeps apart who holds a handle later from whoever was merged under it", async () => {
    await takeIn(db, samples({ order: "1", handle: "shared", userId: "1" }), { asOf: "2026-01-01" });
    await takeIn(db, euka({ handle: "mia", email: "mia@example.com" }), { asOf: "2026-01-01" });
    await mergeCreators(db, "shared", "mia", ada);
    await takeIn(db, samples({ order: "2", handle: "renamed", userId: "1" }), { asOf: "2026-04-01" });
    await takeIn(db, samples({ order: "3", handle: "shared", userId: "2" }), { asOf: "2026-05-01" });
    expect((await creatorOf(db, "shared")).tiktokUserId).toBe("2");
    expect((await creatorOf(db, "renamed")).email).toBe("mia@example.com");
  });
});

describe("unmergeCreators", () => {
  it.each([
    ["a.old", "b.kept"],
    ["b.old", "a.kept"],
  ])("leaves the record to the one who was kept, after %s went into %s", async (from, into) => {
    await takeIn(db, euka({ handle: from }, { handle: into }));
    const kept = (await creatorOf(db, into))._id;
    await mergeCreators(db, from, into, ada);
    expect((await creatorOf(db, into))._id).toBe(kept);
    await unmergeCreators(db, from, ada);
    expect((await creatorOf(db, into))._id).toBe(kept);
    expect((await creatorOf(db, from))._id).not.toBe(kept);
  });

  it("gives back each creator with what came under its names since", async () => {
    await takeIn(
      db,
      euka({ handle: "old.mia", email: "old@example.com" }, { handle: "mia", email: "mia@example.com" }),
    );
    await mergeCreators(db, "old.mia", "mia", ada);
    await takeIn(db, euka({ handle: "old.mia", phone: "+18325550159" }));
    await takeIn(db, samples({ order: "1", handle: "old.mia" }));
    await unmergeCreators(db, "old.mia", ada);
    const [old, mia] = [await creatorOf(db, "old.mia"), await creatorOf(db, "mia")];
    expect(old).toMatchObject({ email: "old@example.com", phone: "+18325550159", samples: 1, handles: ["old.mia"] });
    expect(mia).toMatchObject({ email: "mia@example.com", samples: 0, handles: ["mia"] });
    expect(mia.phone).toBeUndefined();
  });

  it("leaves with the survivor what people changed since, by whichever handle", async () => {
    await takeIn(db, euka({ handle: "old.mia" }, { handle: "mia" }));
    await mergeCreators(db, "old.mia", "mia", ada);
    await editCreator(db, "old.mia", { email: "since@example.com" }, ada);
    await addNote(db, "old.mia", "since the merge", ada);
    await unmergeCreators(db, "old.mia", ada);
    expect((await creatorOf(db, "old.mia")).email).toBeUndefined();
    expect(await creatorOf(db, "mia")).toMatchObject({
      email: "since@example.com",
      notes: [{ text: "since the merge" }],
    });
  });

  it("takes one out of several, and asks which when the survivor alone is named", async () => {
    await takeIn(db, euka({ handle: "a1" }, { handle: "b2" }, { handle: "c3" }));
    await mergeCreators(db, "a1", "b2", ada);
    await mergeCreators(db, "b2", "c3", ada);
    await expect(unmergeCreators(db, "c3", ada)).rejects.toMatchObject({
      code: "refused",
      say: expect.stringContaining("@a1, @b2"),
    });
    await unmergeCreators(db, "b2", ada);
    expect((await creatorOf(db, "b2")).handles).toEqual(["b2", "a1"]);
    expect((await creatorOf(db, "c3")).handles).toEqual(["c3"]);
    await unmergeCreators(db, "b2", ada);
    expect((await creatorOf(db, "a1")).handles).toEqual(["a1"]);
    await expect(unmergeCreators(db, "a1", ada)).rejects.toMatchObject({
      code: "refused",
      say: "Nothing is merged with @a1.",
    });
  });

  it("gives a creator back whose record has become another one's", async () => {
    await takeIn(db, euka({ handle: "dan", email: "dan@example.com" }));
    const id = await takeIn(
      db,
      samples({ order: "3", handle: "dan", userId: "8" }, { order: "3", handle: "bob", userId: "8" }),
    );
    await addCreator(db, "cat", {}, ada);
    await tagCreator(db, "bob", { add: ["early"] }, ada);
    await mergeCreators(db, "dan", "cat", ada);
    await undoImport(db, id, { actor: OWNER, now: () => NOW });
    await unmergeCreators(db, "dan", ada);
    expect((await creatorOf(db, "dan")).email).toBe("dan@example.com");
    expect((await creatorOf(db, "bob")).tags).toEqual(["early"]);
    expect((await creatorOf(db, "cat")).handles).toEqual(["cat"]);
  });

  it("takes apart once when two people do it at once", async () => {
    await takeIn(db, euka({ handle: "old.mia" }, { handle: "mia" }));
    await mergeCreators(db, "old.mia", "mia", ada);
    const settled = await Promise.allSettled([unmergeCreators(db, "old.mia", ada), unmergeCreators(db, "mia", ben)]);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await collectionOf(creatorModel(db)).countDocuments()).toBe(2);
  });
});

const HANDLES = ["ann", "bob", "cat", "dan"] as const;
const handle = fc.constantFrom(...HANDLES);
const email = fc.constantFrom("one@example.com", "two@example.com", "three@example.com");
const aFile = fc.oneof(
  fc
    .array(fc.record({ handle, email: fc.option(email, { nil: undefined }) }), { minLength: 1, maxLength: 3 })
    .map((rows) => ({ csv: euka(...rows) })),
  fc
    .array(
      fc.record({
        order: fc.constantFrom("1", "2", "3"),
        handle,
        userId: fc.option(fc.constantFrom("7", "8"), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((rows) => ({ csv: samples(...rows) })),
);
const day = fc.constantFrom("2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01");
const anImport = fc.record({ file: aFile, asOf: day });
type AnImport = { file: { csv: string }; asOf: string };
const aHistory = fc.record({
  before: fc.array(anImport, { minLength: 1, maxLength: 3 }),
  from: handle,
  into: handle,
  tagged: fc.option(handle, { nil: undefined }),
  since: fc.array(anImport, { maxLength: 3 }),
  undone: fc.nat(5),
  after: fc.array(anImport, { maxLength: 1 }),
});

interface History {
  before: AnImport[];
  from: string;
  into: string;
  tagged?: string;
  since: AnImport[];
  undone: number;
  after: AnImport[];
}

describe("a merge that was taken back", () => {
  it("leaves the state that would be there had nobody merged", { timeout: 120_000 }, async () => {
    let merged = 0;
    await fc.assert(
      fc.asyncProperty(aHistory, async (history) => {
        const plain = await live(db, history, false);
        const parted = await live(db, history, true);
        if (parted.merged) merged += 1;
        expect(parted.state).toEqual(plain.state);
      }),
      { numRuns: 12, seed: 20260301 },
    );
    expect(merged).toBeGreaterThan(4);
  });

  it("while in force is the state that a full computation gives", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(aHistory, async (history) => {
        await live(db, history, true, false);
        const stored = await dump(db);
        const keys = (await collectionOf(creatorModel(db)).find().toArray()).flatMap((creator) => creator.keys);
        await recomputeCreators({ db, brands: await allBrands(db), now: NOW }, keys);
        expect(await dump(db)).toEqual(stored);
      }),
      { numRuns: 6, seed: 20260302 },
    );
  });
});

/** Lives through a history, with the merge in it or without; answers the state at its end. */
async function live(
  connection: Connection,
  { before, from, into, tagged, since, undone, after }: History,
  withMerge: boolean,
  partAgain = true,
): Promise<{ state: unknown; merged: boolean }> {
  await clear(connection);
  const ids: string[] = [];
  // The same content in one more file is the same import again: a note makes each its own.
  const take = async ({ file, asOf }: AnImport) => {
    ids.push(
      await takeIn(connection, `${file.csv}\n`.concat("\n".repeat(ids.length)), { asOf, name: `${ids.length}.csv` }),
    );
  };
  // Most histories are to have somebody to merge.
  await take({ file: { csv: euka({ handle: from, email: "from@example.com" }) }, asOf: "2026-01-15" });
  for (const next of before) await take(next);
  await addCreator(connection, into, {}, ada).catch(known);
  if (tagged) await tagCreator(connection, tagged, { add: ["early"] }, ada).catch(known);
  const isMerged = withMerge && (await isDone(mergeCreators(connection, from, into, { ...ada, now: later(1) })));
  for (const next of since) await take(next);
  await tagCreator(connection, into, { add: ["late"] }, { ...ada, now: later(2) });
  const id = ids[undone % ids.length];
  if (id) await undoImport(connection, id, { actor: OWNER, now: () => NOW });
  for (const next of after) await take(next);
  if (isMerged && partAgain) await unmergeCreators(connection, from, { ...ada, now: later(3) });
  return { state: await dump(connection), merged: isMerged };
}

/** What a history cannot do is no failure: the creator is there already, or nobody of that name. */
function known(error: unknown): void {
  if (!(error instanceof CrmError)) throw error;
}

const isDone = (work: Promise<unknown>) =>
  work.then(
    () => true,
    (error) => {
      known(error);
      return false;
    },
  );
