import { describe, expect, it } from "vitest";
import { missingOf, stateOf } from "../../../bot/workspace/state/elements.js";
import { nameBlocks } from "../../../bot/workspace/state/name-blocks.js";
import { createRates } from "../../../bot/workspace/state/rates.js";
import { createTimestamps } from "../../../bot/workspace/state/timestamps.js";

const input = (block_id: string, element: object, more: object = {}) => ({
  type: "input",
  block_id,
  label: { type: "plain_text", text: block_id },
  element: { action_id: block_id, ...element },
  ...more,
});

describe("stateOf", () => {
  it("holds what was given, else what an input started with, else nothing", () => {
    const option = { text: { type: "plain_text", text: "One" }, value: "1" };
    const blocks = [
      input("given", { type: "plain_text_input", initial_value: "before" }),
      input("initial", { type: "static_select", options: [option], initial_option: option }),
      input("empty", { type: "checkboxes", options: [option] }),
      { type: "container", block_id: "c", child_blocks: [input("inside", { type: "datepicker" })] },
      { type: "section", block_id: "s", accessory: { type: "button", action_id: "b" } },
    ];
    const given = { given: { given: { type: "plain_text_input", value: "after" } } };
    expect(stateOf(blocks, given)).toEqual({
      given: { given: { type: "plain_text_input", value: "after" } },
      initial: { initial: { type: "static_select", selected_option: option } },
      empty: { empty: { type: "checkboxes", selected_options: [] } },
      inside: { inside: { type: "datepicker", selected_date: null } },
    });
  });
});

describe("missingOf", () => {
  it("names inputs that are empty and not optional", () => {
    const blocks = [
      input("a", { type: "plain_text_input" }),
      input("b", { type: "plain_text_input" }, { optional: true }),
      input("c", { type: "multi_users_select" }),
      input("d", { type: "plain_text_input", initial_value: "there" }),
    ];
    expect(Object.keys(missingOf(blocks, stateOf(blocks)))).toEqual(["a", "c"]);
  });
});

describe("nameBlocks", () => {
  it("gives ids where there are none, inside containers too, and keeps those that are there", () => {
    const button = { type: "button", text: { type: "plain_text", text: "Go" } };
    const [own, container] = nameBlocks([
      { type: "actions", block_id: "own", elements: [{ ...button, action_id: "go" }, button] },
      { type: "container", child_blocks: [{ type: "section", accessory: button }] },
    ]);
    expect(own).toMatchObject({ block_id: "own", elements: [{ action_id: "go" }, { action_id: expect.any(String) }] });
    expect(container).toMatchObject({
      block_id: expect.any(String),
      child_blocks: [{ block_id: expect.any(String), accessory: { action_id: expect.any(String) } }],
    });
  });
});

describe("createRates", () => {
  it("lets some at once and then one a second, in each channel by itself", () => {
    let now = 0;
    const count = createRates(() => new Date(now));
    const sendTen = (channel: string) => {
      for (let at = 0; at < 10; at += 1) count("chat.postMessage", channel);
    };
    sendTen("C1");
    expect(() => count("chat.postMessage", "C1")).toThrow("ratelimited");
    sendTen("C2");
    now = 1_000;
    count("chat.postMessage", "C1");
    expect(() => count("chat.postMessage", "C1")).toThrow("ratelimited");
  });

  it("counts updates over all channels together", () => {
    const count = createRates(() => new Date(0));
    for (let at = 0; at < 50; at += 1) count("chat.update", `C${at}`);
    expect(() => count("chat.update", "C99")).toThrow("ratelimited");
  });
});

describe("createTimestamps", () => {
  it("never gives one twice, and the later one is greater", () => {
    const next = createTimestamps(() => new Date("2026-11-22T10:00:00Z"));
    const given = [next(), next(), next()];
    expect(given).toEqual(["1795341600.000000", "1795341600.000001", "1795341600.000002"]);
  });
});
