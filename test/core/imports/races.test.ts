import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunnableImport } from "../../../core/imports/apply/run-imports.js";
import { withdrawImport } from "../../../core/imports/apply/withdraw-import.js";
import { undoImport } from "../../../core/imports/index.js";
import { leaseFrom } from "../../../core/imports/lease.js";
import { runHeld } from "../../../core/imports/run-held.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import type { AnyMadeRow, MadeSource } from "../../support/make.js";
import { watched } from "../../support/make-crash.js";
import {
  acceptMade,
  emptyDatabase,
  inOrder,
  type MadeImport,
  makeBrands,
  makeEdits,
  NOW,
  runMade,
  runnableMade,
} from "../../support/make-imports.js";
import { stateOf } from "../../support/state.js";

const db = testDatabase();
const life = watched(db);
beforeAll(async () => {
  await makeBrands(db);
});
beforeEach(() => emptyDatabase(db));

let numbers = 0;
const made = (source: MadeSource, rows: AnyMadeRow[], choices: Partial<MadeImport> = {}): MadeImport => {
  numbers += 1;
  return { seq: numbers, source, rows, brandId: "default", asOf: "2026-01-05", window: "lifetime", ...choices };
};
const run = (imported: MadeImport) => () => inOrder(db, [imported]);
const undo =
  ({ seq }: MadeImport) =>
  () =>
    withdrawImport(db, seq, NOW);

type Work = () => Promise<unknown>;
interface Race {
  before?: MadeImport[];
  /** Done before either, and not held up. */
  first?: Work;
  one: Work;
  other: Work;
}

/** Runs one, and the other in between: before each single write of the first. */
async function expectOneState({ before = [], first, one, other }: Race): Promise<void> {
  const prepare = async () => {
    await emptyDatabase(db);
    await inOrder(db, before);
    await first?.();
  };
  await prepare();
  await one();
  await other();
  const expected = await stateOf(db);

  for (let writes = 0, isOver = false; !isOver; writes += 1) {
    await prepare();
    isOver = true;
    life.holdUpAfter(writes, () => {
      isOver = false;
      return other();
    });
    await one();
    await life.revive();
    if (isOver) return;
    expect(await stateOf(db), `the other one came before write ${writes + 1}`).toEqual(expected);
  }
}

/** Either may be the one that is held up. */
const bothWays = (name: string, race: () => Race) => {
  it(name, async () => {
    const { before, one, other } = race();
    await expectOneState({ before, one, other });
    await expectOneState({ before, one: other, other: one });
  });
};

const VIDEO = "7300000000000000001";
const order = { orderId: "5001", skuId: "801", handle: "mia" };
const one = { email: "one@example.com", gmv: 10 };
const two = { email: "two@example.com", gmv: 30 };

const OTHER_VIDEO = "7300000000000000002";

describe("two at once give one state, wherever one of them is held up", () => {
  bothWays("imports that both say more of a known video, one of them of another as well", () => ({
    before: [
      made("videos", [
        { videoId: VIDEO, handle: "mia", gmv: 5 },
        { videoId: OTHER_VIDEO, handle: "ida", gmv: 5 },
      ]),
    ],
    one: run(
      made("videos", [
        { videoId: VIDEO, handle: "mia", gmv: 50 },
        { videoId: OTHER_VIDEO, handle: "ida", gmv: 60 },
      ]),
    ),
    other: run(made("videos", [{ videoId: VIDEO, handle: "mia", title: "GRWM" }])),
  }));

  bothWays("imports of two brands that both bring a creator", () => ({
    one: run(made("euka", [{ handle: "mia", ...one }])),
    other: run(made("euka", [{ handle: "mia", ...two }], { brandId: "rosy" })),
  }));

  bothWays("imports of one brand that both bring a creator", () => ({
    one: run(made("euka", [{ handle: "mia", ...one }])),
    other: run(made("creators", [{ handle: "mia", gmv: 40 }])),
  }));

  bothWays("imports of two brands about a known creator", () => ({
    before: [made("euka", [{ handle: "mia", email: "mia@example.com" }])],
    one: run(made("euka", [{ handle: "mia", ...one }])),
    other: run(made("euka", [{ handle: "mia", ...two }], { brandId: "rosy" })),
  }));

  bothWays("imports of two brands about a known creator of both", () => ({
    before: [
      made("creators", [{ handle: "mia", gmv: 1 }]),
      made("creators", [{ handle: "mia", gmv: 1 }], { brandId: "rosy" }),
    ],
    one: run(made("euka", [{ handle: "mia", ...one, productsSampled: "serum" }], { asOf: "2026-01-01" })),
    other: run(made("euka", [{ handle: "mia", ...two }], { brandId: "rosy", asOf: "2025-12-01" })),
  }));

  bothWays("samples and a binding of their handle", () => ({
    one: run(made("samples", [order])),
    other: run(made("mapped", [{ userId: "71", handle: "mia", email: "mia@example.com" }])),
  }));

  bothWays("samples, and a binding that makes their creator one with another", () => ({
    before: [
      made("mapped", [{ userId: "71", handle: "leo" }]),
      made("euka", [{ handle: "mia", email: "mia@example.com", gmv: 5 }]),
    ],
    one: run(made("samples", [{ ...order, phone: "+18325550159" }], { brandId: "rosy" })),
    other: run(made("mapped", [{ userId: "71", handle: "mia" }], { asOf: "2026-01-06" })),
  }));

  bothWays("a file that says nothing new of a creator, and a binding that takes the handle to another", () => ({
    before: [
      made("mapped", [{ userId: "71", handle: "mia" }], { asOf: "2026-01-01" }),
      made("mapped", [{ userId: "71", handle: "leo" }], { asOf: "2026-01-03" }),
      made("euka", [{ handle: "mia", email: "mia@example.com" }], { asOf: "2026-01-02" }),
    ],
    one: run(made("euka", [{ handle: "mia", email: "mia@example.com" }], { asOf: "2026-01-09" })),
    other: run(made("mapped", [{ userId: "72", handle: "mia" }], { asOf: "2026-01-05" })),
  }));

  bothWays("bindings of one handle to two user ids", () => ({
    before: [made("videos", [{ videoId: VIDEO, handle: "mia", gmv: 7 }])],
    one: run(made("mapped", [{ userId: "71", handle: "mia" }], { asOf: "2026-01-06" })),
    other: run(
      made("mapped", [
        { userId: "72", handle: "mia" },
        { userId: "72", handle: "leo" },
      ]),
    ),
  }));

  bothWays("rows of one sample for two creators", () => ({
    before: [made("samples", [{ ...order, handle: "kai" }], { seq: 1_000_000 })],
    one: run(made("samples", [{ ...order, quantity: 3 }])),
    other: run(made("samples", [{ ...order, handle: "leo", status: "Shipped" }], { brandId: "rosy" })),
  }));

  bothWays("products, and samples and videos that name them", () => ({
    before: [made("samples", [{ ...order, skuId: "802", productName: "Rose Oil" }])],
    one: run(
      made("products", [
        { productId: "900", name: "Glow Serum" },
        { productId: "901", name: "Rose Oil" },
      ]),
    ),
    other: run(made("samples", [{ ...order, productName: "Glow Serum" }])),
  }));

  bothWays("an undo, and an import that says the same of a creator", () => {
    const first = made("euka", [{ handle: "mia", ...one }]);
    return {
      before: [first],
      one: undo(first),
      other: run(made("euka", [{ handle: "mia", ...one, phone: "+18325550159" }])),
    };
  });

  bothWays("the undo of a binding, and an import of the handle", () => {
    const first = made("mapped", [{ userId: "71", handle: "mia", email: "mia@example.com" }]);
    return {
      before: [first, made("samples", [order])],
      one: undo(first),
      other: run(made("samples", [{ ...order, skuId: "802" }])),
    };
  });

  bothWays("the undo of samples, and rows of them by an import between", () => {
    const first = made("samples", [order]);
    const last = made("samples", [{ ...order, handle: "leo" }], { seq: 1_000_001 });
    return {
      before: [first, last],
      one: undo(first),
      other: run(made("samples", [{ ...order, handle: "kai" }])),
    };
  });

  bothWays("the undo of products, and samples that name them", () => {
    const first = made("products", [{ productId: "900", name: "Glow Serum" }]);
    return {
      before: [first, made("samples", [{ ...order, skuId: "802", productName: "Glow Serum" }])],
      one: undo(first),
      other: run(made("samples", [{ ...order, productName: "Glow Serum" }])),
    };
  });

  bothWays("undos of two imports about one creator", () => {
    const [first, second] = [made("euka", [{ handle: "mia", ...one }]), made("samples", [order])];
    return { before: [first, second], one: undo(first), other: undo(second) };
  });

  bothWays("a change by a person, and an undo of what else is known of the creator", () => {
    const first = made("euka", [{ handle: "mia", ...one }]);
    const edit = { _id: "e1", key: "@mia", keys: ["@mia"], brandId: "default", at: NOW, by: "ann" };
    const tag = { ...edit, via: "terminal" as const, change: { kind: "tag" as const, add: ["vip"], remove: [] } };
    return {
      before: [first],
      one: undo(first),
      other: async () => {
        await db.collection("edits").deleteMany({});
        await makeEdits(db, [tag]);
      },
    };
  });
});

describe("a process that sleeps in an import, wherever it falls asleep", () => {
  it("leaves nothing of it when it was taken back meanwhile", async () => {
    const slept = [
      made("mapped", [{ userId: "71", handle: "mia", email: "one@example.com" }, { handle: "kai" }]),
      made("samples", [{ ...order, phone: "(+1)8325550159" }]),
      made("videos", [{ videoId: VIDEO, handle: "kai" }]),
    ];
    let claimed: RunnableImport[] = [];
    await expectOneState({
      before: [made("creators", [{ handle: "mia", gmv: 25 }])],
      first: async () => {
        claimed = [];
        for (const each of slept) claimed.push(await acceptMade(db, each, { lease: leaseFrom("asleep", NOW) }));
      },
      one: () =>
        runHeld(db, claimed, { owner: "asleep", now: () => NOW }).catch((error: unknown) => {
          expect(error).toMatchObject({ code: "conflict" });
        }),
      // As long as nobody else would wait for it.
      other: async () => {
        const held = { status: { $in: ["running", "done"] }, _id: { $in: slept.map(({ seq }) => `i${seq}`) } };
        const imports = db.collection<{ _id: string }>("imports");
        await imports.updateMany({ ...held, lease: { $exists: true } }, { $set: { "lease.until": new Date(0) } });
        for (const { _id } of await imports.find(held).toArray()) {
          await undoImport(db, _id, { actor: OWNER, now: () => NOW });
        }
      },
    });
  });
});

describe("many at once give one state", () => {
  it("an undo, and imports that add a creator, give it to another one, and know its videos", async () => {
    const first = made("mapped", [{ userId: "71", email: "one@example.com" }], { brandId: "rosy" });
    const others = [
      made("videos", [
        { videoId: VIDEO, handle: "kai" },
        { videoId: OTHER_VIDEO, handle: "ava" },
      ]),
      made(
        "mapped",
        [
          { userId: "71", handle: "leo" },
          { userId: "72", handle: "kai" },
        ],
        { brandId: "rosy" },
      ),
      made("creators", [{ handle: "mia", gmv: 25 }], { brandId: "rosy" }),
      made("creators", [
        { handle: "ava", gmv: 12 },
        { handle: "leo", gmv: 12 },
        { handle: "kai", gmv: 10 },
      ]),
    ];
    await inOrder(db, others);
    const expected = await stateOf(db);

    for (let time = 1; time <= 12; time += 1) {
      await emptyDatabase(db);
      await inOrder(db, [first]);
      const runnable = await Promise.all(others.map((other) => runnableMade(db, other)));
      await Promise.all([undo(first)(), ...runnable.map((other) => runMade(db, [other]))]);
      expect(await stateOf(db), `time ${time}`).toEqual(expected);
    }
  });
});
