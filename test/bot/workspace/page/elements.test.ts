import type { InputBlock, KnownBlock } from "@slack/types";
import { describe, expect, it } from "vitest";
import { type Reading, readTable, turnSort } from "../../../../bot/workspace/page/blocks/read-table.js";
import { checkValues } from "../../../../bot/workspace/page/elements/check-values.js";
import { initialValues, keepTyped } from "../../../../bot/workspace/page/elements/initial-values.js";

const plain = (text: string) => ({ type: "plain_text" as const, text });
const input = (id: string, element: InputBlock["element"], optional = false): InputBlock => ({
  type: "input",
  block_id: id,
  label: plain(id),
  optional,
  element,
});

const NAME = input("name", { type: "plain_text_input", action_id: "a", initial_value: "Mia", max_length: 5 });
const COUNT = input("count", { type: "number_input", action_id: "a", is_decimal_allowed: false, min_value: "1" }, true);

describe("initialValues", () => {
  it("finds what inputs, actions, accessories and containers hold at first, and no buttons", () => {
    const blocks: KnownBlock[] = [
      NAME,
      {
        type: "actions",
        block_id: "b",
        elements: [
          { type: "button", action_id: "press", text: plain("Press") },
          { type: "datepicker", action_id: "day", initial_date: "2026-01-02" },
        ],
      },
      {
        type: "container",
        child_blocks: [
          { type: "section", block_id: "c", text: plain("x"), accessory: { type: "users_select", action_id: "who" } },
        ],
      },
    ];
    expect(initialValues(blocks)).toEqual({
      name: { a: { type: "plain_text_input", value: "Mia" } },
      b: { day: { type: "datepicker", selected_date: "2026-01-02" } },
      c: { who: { type: "users_select", selected_user: null } },
    });
  });
});

describe("keepTyped", () => {
  it("keeps what was typed where the input is still there, and forgets what is gone", () => {
    const before = {
      name: { a: { type: "plain_text_input", value: "Zoe" } },
      gone: { a: { type: "datepicker", selected_date: "2026-01-01" } },
    };
    expect(keepTyped(initialValues([NAME, COUNT]), before)).toEqual({
      name: { a: { type: "plain_text_input", value: "Zoe" } },
      count: { a: { type: "number_input", value: null } },
    });
  });
});

describe("checkValues", () => {
  const check = (block: InputBlock, value: string | null) =>
    checkValues([block], { [block.block_id ?? ""]: { a: { type: block.element.type, value } } })[block.block_id ?? ""];

  it.each<[InputBlock, string | null, string | undefined]>([
    [NAME, null, "Please fill this in."],
    [NAME, "Mia", undefined],
    [NAME, "Mia-Lou", "At most 5 characters; these are 7."],
    [COUNT, null, undefined],
    [COUNT, "x", "This is not a number."],
    [COUNT, "1.5", "A whole number, please."],
    [COUNT, "0", "At least 1."],
  ])("$0.block_id: %s", (block, value, expected) => {
    expect(check(block, value)).toBe(expected);
  });
});

describe("readTable", () => {
  const cell = (value: number) => ({ type: "raw_number" as const, value, text: `$${value}` });
  const rows = [9, 100, 20].map((value) => [{ type: "raw_text" as const, text: `@c${value}` }, cell(value)]);
  const read = (reading: Partial<Reading>) => readTable(rows, { filter: "", page: 0, ...reading }, 2);

  it("sorts numbers by value", () => {
    expect(read({ sort: { column: 1, isDown: true } }).rows.map(([, second]) => second)).toEqual([cell(100), cell(20)]);
  });

  it("filters by what is read in any cell", () => {
    expect(read({ filter: " @C2" })).toMatchObject({ count: 1, pages: 1 });
  });

  it("shows the last page when asked for one beyond it", () => {
    expect(read({ page: 7 })).toMatchObject({ page: 1, pages: 2, count: 3 });
  });
});

describe("turnSort", () => {
  it("goes up, down and back", () => {
    const up = turnSort(undefined, 1);
    const down = turnSort(up, 1);
    expect([up, down, turnSort(down, 1)]).toEqual([
      { column: 1, isDown: false },
      { column: 1, isDown: true },
      undefined,
    ]);
  });
});
