import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PutAside } from "../../../../core/imports/preview/put-aside.js";

const windows = fc.array(fc.dictionary(fc.string({ maxLength: 2 }), fc.date({ noInvalidDate: true })), {
  maxLength: 5,
});

/** Every record of all windows by its id, in their order. */
function together(all: readonly Record<string, Date>[]): Map<string, Date[]> {
  const joined = new Map<string, Date[]>();
  for (const window of all) {
    for (const [id, date] of Object.entries(window)) joined.set(id, [...(joined.get(id) ?? []), date]);
  }
  return joined;
}

async function putAside(all: readonly Record<string, Date>[]): Promise<PutAside<Date[]>> {
  const aside = new PutAside<Date[]>((earlier, later) => [...earlier, ...later]);
  for (const window of all) await aside.add(new Map(Object.entries(window).map(([id, date]) => [id, [date]])));
  return aside;
}

describe("what is put aside", () => {
  it("comes out once each, joined in the order of its windows", async () => {
    await fc.assert(
      fc.asyncProperty(windows, async (all) => {
        const out: [string, Date[]][] = [];
        for await (const group of (await putAside(all)).groups()) out.push(...group);
        expect(out).toHaveLength(together(all).size);
        expect(new Map(out)).toEqual(together(all));
      }),
    );
  });

  it("is found by its ids, and what is not there is not", async () => {
    await fc.assert(
      fc.asyncProperty(windows, fc.array(fc.string({ maxLength: 2 })), async (all, asked) => {
        const wanted = [...together(all)].filter(([id]) => asked.includes(id));
        expect(await (await putAside(all)).of(asked)).toEqual(new Map(wanted));
      }),
    );
  });

  it("comes out of a large file some at a time", async () => {
    const many = (from: number) =>
      Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`@creator${from + at}`, new Date(0)]));
    const sizes: number[] = [];
    for await (const group of (await putAside([many(0), many(2_000)])).groups()) sizes.push(group.size);
    expect(Math.max(...sizes)).toBeLessThan(400);
  });
});
