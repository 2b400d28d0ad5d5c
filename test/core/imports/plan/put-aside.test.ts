import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PutAside } from "../../../../core/imports/plan/put-aside.js";

const chunks = fc.array(fc.dictionary(fc.string({ maxLength: 2 }), fc.date({ noInvalidDate: true })), {
  maxLength: 5,
});

/** Every record of all chunks by its id, in their order. */
function together(all: readonly Record<string, Date>[]): Map<string, Date[]> {
  const joined = new Map<string, Date[]>();
  for (const chunk of all) {
    for (const [id, date] of Object.entries(chunk)) joined.set(id, [...(joined.get(id) ?? []), date]);
  }
  return joined;
}

/** Works with what was put aside of all chunks, and gives the disk's space back. */
async function withAside<R>(
  all: readonly Record<string, Date>[],
  work: (aside: PutAside<Date[]>) => Promise<R>,
): Promise<R> {
  const aside = new PutAside<Date[]>((earlier, later) => [...earlier, ...later]);
  try {
    for (const chunk of all) await aside.add(new Map(Object.entries(chunk).map(([id, date]) => [id, [date]])));
    return await work(aside);
  } finally {
    await aside.close();
  }
}

describe("what is put aside", () => {
  it("comes out once each, joined in the order of its chunks, in however many parts", async () => {
    await fc.assert(
      fc.asyncProperty(chunks, fc.integer({ min: 1, max: 64 }), async (all, parts) => {
        const out: [string, Date[]][] = [];
        await withAside(all, async (aside) => {
          for (let part = 0; part < parts; part += 1) out.push(...(await aside.part(part, parts)));
        });
        expect(out).toHaveLength(together(all).size);
        expect(new Map(out)).toEqual(together(all));
      }),
    );
  });

  it("is found by its ids, and what is not there is not", async () => {
    await fc.assert(
      fc.asyncProperty(chunks, fc.array(fc.string({ maxLength: 2 })), async (all, asked) => {
        const wanted = [...together(all)].filter(([id]) => asked.includes(id));
        expect(await withAside(all, (aside) => aside.of(asked))).toEqual(new Map(wanted));
      }),
    );
  });

  it("comes out of a large file in parts that are alike in size", async () => {
    const many = (from: number) =>
      Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`@creator${from + at}`, new Date(0)]));
    const sizes: number[] = [];
    await withAside([many(0), many(30_000)], async (aside) => {
      for await (const group of aside.groups()) sizes.push(group.size);
    });
    expect(sizes).toHaveLength(3);
    expect(Math.max(...sizes)).toBeLessThan(22_000);
  });
});
