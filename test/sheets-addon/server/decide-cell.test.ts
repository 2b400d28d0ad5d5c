import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../../core/contract/index.js";
import { addedNote, decideCell, plainText, tagsIn } from "../../../sheets-addon/server/decide-cell.js";
import "../../support/properties.js";

describe("decideCell", () => {
  it.each<[string, Cell, Cell, Cell, string]>([
    ["email", "a", "b", "a", "send"],
    ["email", "a", "a", "b", "refresh"],
    ["email", "a", "b", "c", "conflict"],
    ["email", "a", "b", "b", "same"],
    ["email", "a", "a", "a", "same"],
    ["email", "a", null, "a", "send"],
    ["email", null, "", null, "same"],
    ["firstName", "mia", "Mia", "mia", "send"],
    ["whitelisted", false, "TRUE", false, "send"],
    ["whitelisted", false, "no", false, "same"],
    ["tags", "vip, cold", "Cold,VIP", "cold, vip", "same"],
    ["tags", "vip", "vip, cold", "vip, warm", "conflict"],
    ["notes", "one", "one\ntwo", "one\nother", "send"],
    ["address.zip", "8701", 8701, "8701", "same"],
  ])("of %s, synced as %j, now %j, in Roster %j: %s", (column, synced, value, roster, decision) => {
    expect(decideCell({ column, synced, value }, roster)).toBe(decision);
  });

  it("never sends over a value that nobody in the sheet has seen", () => {
    const cell = fc.constantFrom<Cell>("a", "b", "c", "", null, true, 1);
    fc.assert(
      fc.property(cell, cell, cell, fc.constantFrom("email", "tags", "status"), (synced, value, roster, column) => {
        const sent = decideCell({ column, synced, value }, roster) === "send";
        if (sent) expect(plainText(column, roster)).toBe(plainText(column, synced));
      }),
    );
  });
});

describe("addedNote", () => {
  it.each<[Cell, Cell, string | undefined]>([
    [null, "first", "first"],
    ["one", "one\ntwo", "two"],
    ["one\r\ntwo", "one\ntwo\nthree\nfour", "three\nfour"],
    ["one", "two", undefined],
    ["one", "one more", undefined],
    ["one", null, undefined],
  ])("of %j made %j: %j", (synced, value, note) => {
    expect(addedNote(synced, value)).toBe(note);
  });
});

describe("tagsIn", () => {
  it("reads each tag once, however it was typed", () => {
    expect(tagsIn(" VIP , summer  sale;vip,,")).toEqual(["summer sale", "vip"]);
  });
});
