import { describe, expect, it } from "vitest";
import { whoDropped } from "../../../bot/events/message.js";

const message = { type: "message", user: "U1", channel: "C1", ts: "1.1", text: "" };
const csv = { id: "F1", name: "orders.csv" };
const dropped = { userId: "U1", channel: "C1" };

describe("whoDropped", () => {
  it.each([
    ["a file_share message", { ...message, subtype: "file_share", files: [csv] }],
    [
      "one whose bot_id is null, as a person's may be",
      { ...message, subtype: "file_share", bot_id: null, files: [csv] },
    ],
    ["one without a subtype", { ...message, files: [csv] }],
    [
      "one whose file has no name yet, in a channel shared with another company",
      { ...message, subtype: "file_share", files: [{ id: "F1", mode: "file_access", file_access: "check_file_info" }] },
    ],
    ["one with another file beside", { ...message, files: [{ id: "F0", name: null }, csv] }],
  ])("names who brought %s", (_, event) => {
    expect(whoDropped(event)).toEqual(dropped);
  });

  it.each([
    ["what a bot uploads", { ...message, subtype: "file_share", bot_id: "B1", files: [csv] }],
    ["a picture", { ...message, subtype: "file_share", files: [{ id: "F1", name: "mia.png" }] }],
    ["a text", { ...message, text: "orders.csv" }],
    ["a change of a message", { ...message, subtype: "message_changed", files: [csv] }],
  ])("leaves %s alone", (_, event) => {
    expect(whoDropped(event)).toEqual({});
  });
});
