import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Binding, type MergeEdit, resolveIdentities } from "../../../core/creators/identity.js";

/** "71 mia 2": the user id showed the handle on the second day. */
const bound = (...texts: string[]): Binding[] =>
  texts.map((text, place) => {
    const [userId = "", handle = "", day = "1"] = text.split(" ");
    return { userId, handle, asOf: `2026-01-0${day}`, seq: place + 1, line: 2 };
  });

const whoIs = (bindings: Binding[], keys: string[] = [], merges: MergeEdit[] = []) =>
  resolveIdentities([...keys, ...bindings.map(({ userId }) => `#${userId}`)], bindings, merges);

const DAY = "2026-01-09";

describe("resolveIdentities", () => {
  it("joins a handle that is seen alone to the user id bound to it", () => {
    const who = whoIs(bound("71 mia"), ["@mia"]);
    expect(who.all).toHaveLength(1);
    expect(who.holderOf("@mia", DAY)).toMatchObject({ tiktokUserId: "71", handles: ["mia"] });
  });

  it("knows a handle without a user id, and a user id without a handle", () => {
    const who = whoIs([], ["@mia", "#71"]);
    expect(who.holderOf("@mia", DAY)).toMatchObject({ handles: ["mia"] });
    expect(who.holderOf("#71", DAY)).toEqual({ keys: new Set(["#71"]), handles: [], tiktokUserId: "71" });
  });

  it("keeps former handles, newest first, and finds the creator by each", () => {
    const who = whoIs(bound("71 mia 1", "71 leo 2", "71 kai 3"));
    expect(who.holderOf("@mia", DAY)?.handles).toEqual(["kai", "leo", "mia"]);
    expect(who.holderOf("@kai", DAY)).toBe(who.holderOf("@mia", DAY));
  });

  it("goes by the day that a binding held, not by the order of imports", () => {
    const who = whoIs(bound("71 leo 2", "71 mia 1"));
    expect(who.holderOf("#71", DAY)?.handles).toEqual(["leo", "mia"]);
  });

  it("goes by import and line where the days are equal", () => {
    const [first, second] = bound("71 mia", "71 leo") as [Binding, Binding];
    expect(whoIs([second, first]).holderOf("#71", DAY)?.handles).toEqual(["leo", "mia"]);
    const lines = [
      { ...first, line: 9 },
      { ...second, seq: 1, line: 3 },
    ];
    expect(whoIs(lines).holderOf("#71", DAY)?.handles).toEqual(["mia", "leo"]);
  });

  it("makes a handle current again that its user id goes back to", () => {
    expect(whoIs(bound("71 mia 1", "71 leo 2", "71 mia 3")).holderOf("#71", DAY)?.handles).toEqual(["mia", "leo"]);
  });

  it("gives a handle that its holder has left to the user id that shows it next", () => {
    const who = whoIs(bound("71 mia 1", "71 leo 2", "72 mia 3"));
    expect(who.holderOf("@mia", DAY)).toMatchObject({ tiktokUserId: "72" });
    expect(who.holderOf("#71", DAY)?.handles).toEqual(["leo"]);
    expect(who.questions).toEqual([]);
  });

  it("says of a contested handle who held it on a day; before any binding, its first holder", () => {
    const who = whoIs(bound("71 mia 2", "71 leo 3", "72 mia 5"), ["@mia"]);
    const holders = ["1", "2", "4", "5", "8"].map((day) => who.holderOf("@mia", `2026-01-0${day}`)?.tiktokUserId);
    expect(holders).toEqual(["71", "71", "71", "72", "72"]);
  });

  it("calls a handle contested for all who hold it or have held it", () => {
    const who = whoIs(bound("71 mia 2", "71 leo 3", "72 mia 5", "73 kai 1"));
    const contested = ["#71", "#72", "#73"].map((key) => {
      const identity = who.holderOf(key, DAY);
      return identity && who.contestedOf(identity);
    });
    expect(contested).toEqual([["mia"], ["mia"], []]);
  });

  it("leaves a handle that is still current where it is, and asks", () => {
    const bindings = bound("71 mia 1", "72 mia 2");
    const who = whoIs(bindings);
    expect(who.holderOf("@mia", DAY)).toMatchObject({ tiktokUserId: "71" });
    expect(who.holderOf("#72", DAY)?.handles).toEqual([]);
    expect(who.questions).toEqual([{ binding: bindings[1], holder: "71" }]);
  });

  it("unites two by a person's word: the survivor keeps its current handle and its user id", () => {
    const merges = [{ from: "@old", into: "@mia" }];
    const who = whoIs(bound("71 mia"), ["@old", "@mia"], merges);
    expect(who.all).toHaveLength(1);
    expect(who.holderOf("@old", DAY)).toMatchObject({ handles: ["mia", "old"], tiktokUserId: "71" });
  });

  it("follows a chain of merges, and makes nothing of a circle", () => {
    const merges = [
      { from: "@mia", into: "@leo" },
      { from: "@leo", into: "@kai" },
      { from: "@kai", into: "@mia" },
    ];
    const who = whoIs([], ["@mia", "@leo", "@kai"], merges);
    expect(who.all).toHaveLength(1);
    expect(who.holderOf("@mia", DAY)?.handles[0]).toBe("kai");
  });

  it("gives every name to one identity, whatever is bound", () => {
    const binding = fc.record({
      userId: fc.constantFrom("71", "72", "73"),
      handle: fc.constantFrom("mia", "leo", "kai"),
      asOf: fc.constantFrom("2026-01-01", "2026-01-02", "2026-01-03"),
      seq: fc.integer({ min: 1, max: 4 }),
      line: fc.integer({ min: 2, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(binding), (bindings) => {
        const who = whoIs(bindings, ["@mia", "@ava"]);
        const keys = who.all.flatMap((identity) => [...identity.keys]);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { handles } of who.all) expect(new Set(handles).size).toBe(handles.length);
        const handles = who.all.flatMap((identity) => identity.handles);
        expect(new Set(handles).size).toBe(handles.length);
      }),
    );
  });
});
