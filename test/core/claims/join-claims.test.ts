import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../../core/claims/claim.js";
import { firstSeen, joinClaims, newestSeen, seqsOf, withoutImport } from "../../../core/claims/join-claims.js";

interface Row {
  handle: string;
  quantity?: number;
  orderedAt?: Date;
}

const claim = (content: Row, seq: number, line = 2, asOf = "2026-01-01", brandId = "glow"): Claim<Row> => ({
  brandId,
  content,
  seen: [{ seq, line, asOf }],
});

describe("joinClaims", () => {
  it("keeps a content that several imports say once, with all of them", () => {
    const [first, second] = [claim({ handle: "mia" }, 1), claim({ handle: "mia" }, 2)];
    expect(joinClaims([second], [first])).toEqual([{ ...first, seen: [...first.seen, ...second.seen] }]);
  });

  it("keeps the first and the last line of an import that says it on several", () => {
    const joined = [claim({ handle: "mia" }, 1, 7), claim({ handle: "mia" }, 1, 3), claim({ handle: "mia" }, 1, 5)];
    const [whole] = joined.reduce((all, one) => joinClaims(all, [one]), [] as Claim<Row>[]);
    expect(whole?.seen).toEqual([{ seq: 1, line: 3, last: 7, asOf: "2026-01-01" }]);
  });

  it("takes dates of one instant for the same content, and a missing cell for another one", () => {
    const at = () => new Date("2026-01-01");
    expect(
      joinClaims([claim({ handle: "mia", orderedAt: at() }, 1)], [claim({ handle: "mia", orderedAt: at() }, 2)]),
    ).toHaveLength(1);
    expect(joinClaims([claim({ handle: "mia" }, 1)], [claim({ handle: "mia", quantity: 1 }, 2)])).toHaveLength(2);
  });

  it("keeps the same content of two brands apart", () => {
    const rosy = claim({ handle: "mia" }, 2, 2, "2026-01-01", "rosy");
    expect(joinClaims([claim({ handle: "mia" }, 1)], [rosy])).toHaveLength(2);
  });

  it("does not depend on order or repetition, and withoutImport gives what the others say", () => {
    const any = fc
      .uniqueArray(
        fc.record({
          quantity: fc.constantFrom(1, 2, 3),
          seq: fc.integer({ min: 1, max: 3 }),
          line: fc.integer({ min: 2, max: 6 }),
        }),
        { selector: ({ seq, line }) => `${seq}:${line}` },
      )
      .map((rows) => rows.map(({ quantity, seq, line }) => claim({ handle: "mia", quantity }, seq, line)));
    const join = (claims: readonly Claim<Row>[]) =>
      claims.reduce((all, one) => joinClaims(all, [one]), [] as Claim<Row>[]);
    const shuffled = any.chain((claims) =>
      fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
    );
    fc.assert(
      fc.property(shuffled, ([claims, others]) => {
        expect(join([...others, ...claims])).toEqual(join(claims));
        const left = claims.filter(({ seen }) => seen[0]?.seq !== 2);
        expect(withoutImport(join(claims), 2)).toEqual(join(left));
      }),
    );
  });
});

describe("a claim", () => {
  const seen: Claim<Row> = {
    brandId: "glow",
    content: { handle: "mia" },
    seen: [
      { seq: 1, line: 5, asOf: "2026-01-03" },
      { seq: 2, line: 4, last: 9, asOf: "2026-01-03" },
      { seq: 3, line: 2, asOf: "2026-01-01" },
    ],
  };

  it("was first said by the lowest import and line", () => {
    expect(firstSeen(seen)).toMatchObject({ seq: 1, line: 5 });
  });

  it("was last said on the newest day, there by the highest import and line", () => {
    expect(newestSeen(seen)).toMatchObject({ seq: 2, last: 9 });
  });

  it("is supported by each import once", () => {
    expect(seqsOf([seen, claim({ handle: "leo" }, 2)])).toEqual([1, 2, 3]);
  });
});
