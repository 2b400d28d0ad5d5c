import { describe, expect, it } from "vitest";
import { checkMessage } from "../../../../bot/workspace/limits/index.js";
import { letters, section } from "./make-blocks.js";

describe("checkMessage", () => {
  it("takes a text, blocks, or both", () => {
    expect(checkMessage({ text: "hello" })).toEqual([]);
    expect(checkMessage({ blocks: [section()] })).toEqual([]);
    expect(checkMessage({ text: "hello", blocks: [section()], thread_ts: "1.2" })).toEqual([]);
  });

  it("refuses a message that says nothing", () => {
    expect(checkMessage({})).toMatchObject([{ error: "no_text" }]);
    expect(checkMessage({ text: "", blocks: [] })).toMatchObject([{ error: "no_text" }]);
  });

  it("refuses a text that Slack would cut", () => {
    expect(checkMessage({ text: letters(40_001) })).toMatchObject([{ error: "msg_too_long" }]);
  });

  it("lists every problem of its blocks", () => {
    expect(checkMessage({ text: "a", blocks: [{ type: "nope" }, { type: "section" }] })).toHaveLength(2);
  });
});
