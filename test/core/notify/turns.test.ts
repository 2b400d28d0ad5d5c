import { describe, expect, it } from "vitest";
import { holdTurns, tryTurn, waitForTurn } from "../../../core/notify/index.js";
import { testDatabase } from "../../support/database.js";

const db = testDatabase();

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};

describe("tryTurn", () => {
  it("gives the turn to one of many who ask at once, and again when its time has come", async () => {
    const pace = { name: "try", every: 300 };
    const asked = await Promise.all(Array.from({ length: 20 }, () => tryTurn(db, pace)));
    expect(asked.filter(Boolean)).toHaveLength(1);
    await expect.poll(() => tryTurn(db, pace), { timeout: 3_000, interval: 50 }).toBe(true);
  });
});

describe("waitForTurn", () => {
  it("lets many through one after another, no two closer than the pace", async () => {
    const pace = { name: "wait", every: 150 };
    const through: number[] = [];
    const wait = () => waitForTurn(db, pace).then(() => through.push(performance.now()));
    await Promise.all([wait(), wait(), wait(), wait()]);
    const gaps = through.slice(1).map((at, index) => at - (through[index] ?? 0));
    expect(gaps.every((gap) => gap > 100)).toBe(true);
  });

  it("lets as many as are said through at once after a rest, and no more than that on the average", async () => {
    const pace = { name: "at once", every: 150, atOnce: 3 };
    const startedAt = performance.now();
    const through: number[] = [];
    const wait = () => waitForTurn(db, pace).then(() => through.push(performance.now() - startedAt));
    await Promise.all(Array.from({ length: 7 }, wait));
    expect(through.filter((at) => at < 140)).toHaveLength(3);
    for (const [index, at] of through.entries()) expect(at).toBeGreaterThan((index - 2) * 150 - 30);
  });

  it("leaves nothing to those who only try while others wait", async () => {
    const pace = { name: "queue", every: 200 };
    await waitForTurn(db, pace);
    const waiting = waitForTurn(db, pace);
    expect(await tryTurn(db, pace)).toBe(false);
    await waiting;
    expect(await tryTurn(db, pace)).toBe(false);
  });
});

describe("holdTurns", () => {
  it("keeps everybody waiting for as long as was asked", async () => {
    const pace = { name: "hold", every: 10 };
    await holdTurns(db, pace, 400);
    expect(await timed(() => waitForTurn(db, pace))).toBeGreaterThan(300);
  });
});
