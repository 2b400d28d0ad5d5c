import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeAccount } from "../../../core/generate/account.js";
import { Permutation } from "../../../core/generate/permutation.js";
import { isDue, Quota } from "../../../core/generate/quota.js";
import { randomOf } from "../../../core/generate/random.js";

describe("Permutation", () => {
  it("puts each number in one place, and finds it there", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (size, seed) => {
        const order = new Permutation(size, randomOf(seed));
        const places = Array.from({ length: size }, (_, place) => order.at(place));
        expect(new Set(places).size).toBe(size);
        expect(places.map((value) => order.placeOf(value))).toEqual([...places.keys()]);
      }),
    );
  });
});

describe("Quota", () => {
  it("deals everything out, at least one to each, and knows whose each thing is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(300), fc.nat(3), (owners, more, doublings) => {
        const quota = new Quota(owners + more, owners, doublings);
        const dealt = Array.from({ length: owners + more }, (_, thing) => quota.ownerOf(thing));
        for (let owner = 0; owner < owners; owner += 1) {
          const count = dealt.filter((of) => of === owner).length;
          expect(count).toBe(quota.countOf(owner));
          expect(count).toBeGreaterThan(0);
          expect(count).toBeLessThanOrEqual(quota.most);
        }
      }),
    );
  });
});

describe("isDue", () => {
  it("comes true exactly as often as asked", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(40), (steps, times) => {
        const due = Array.from({ length: steps }, (_, step) => isDue(step, steps, times)).filter(Boolean);
        expect(due).toHaveLength(Math.min(steps, times));
      }),
    );
  });
});

describe("makeAccount", () => {
  it("puts 8,350 of its 9,002 buyers in Euka's list and finds everybody by rank", () => {
    const account = makeAccount(1, 5);
    const buyers = Array.from({ length: account.buyers.count }, (_, rank) => account.buyers.creatorAt(rank));
    expect(new Set(buyers).size).toBe(9_002);
    expect(buyers.filter((creator) => creator < account.shape.euka.creators)).toHaveLength(8_350);
    expect(buyers.every((creator, rank) => account.buyers.rankOf(creator) === rank)).toBe(true);
    expect(account.phones.count).toBe(17_370);
    expect(account.videoCreators.count).toBe(16_728);
  });
});
