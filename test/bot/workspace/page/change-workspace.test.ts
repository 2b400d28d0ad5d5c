import { describe, expect, it } from "vitest";
import { changeWorkspace, openWorkspace } from "../../../../bot/workspace/page/app/change-workspace.js";
import { follows, isUnread, messagesIn, threadOf } from "../../../../bot/workspace/page/app/select-messages.js";
import type { Change } from "../../../../bot/workspace/page/app/workspace.js";
import type { PageMessage, PageState } from "../../../../bot/workspace/wire.js";

const state: PageState = {
  me: "U0ADA",
  users: [
    { id: "U0ADA", name: "Ada Admin", isAdmin: true, isBot: false },
    { id: "U0ROSTER", name: "Roster", isAdmin: false, isBot: true },
  ],
  channels: [
    { id: "C0GENERAL", name: "general", kind: "channel" },
    { id: "C0CREATORS", name: "creators", kind: "channel" },
    { id: "D0ADA", name: "Roster", kind: "dm" },
  ],
  messages: [],
  views: [],
  isNew: true,
  commands: [],
  shortcuts: [],
};

const said = (ts: string, others: Partial<PageMessage> = {}): PageMessage => ({
  channel: "C0CREATORS",
  ts,
  user: "U0ROSTER",
  text: `at ${ts}`,
  ...others,
});

const changed = (...changes: Change[]) => changes.reduce(changeWorkspace, openWorkspace(state, {}));
const heard = (message: PageMessage): Change => ({ kind: "message", message });

describe("changeWorkspace", () => {
  it("opens where creators are talked about", () => {
    expect(changed().place).toEqual({ kind: "channel", id: "C0CREATORS" });
  });

  it("holds a message once, newest state last heard, in order of time", () => {
    const workspace = changed(heard(said("3.0")), heard(said("1.0")), heard(said("3.0", { text: "changed" })));
    expect(messagesIn(workspace, "C0CREATORS").map(({ text }) => text)).toEqual(["at 1.0", "changed"]);
  });

  it("is no longer new once somebody has written", () => {
    expect(changed(heard(said("1.0"))).state.isNew).toBe(false);
  });

  it("counts what is in front of the person as read, and nothing else", () => {
    const workspace = changed(heard(said("1.0")), heard(said("2.0", { channel: "C0GENERAL" })));
    expect(isUnread(workspace, "C0CREATORS")).toBe(false);
    expect(isUnread(workspace, "C0GENERAL")).toBe(true);
    const went = changeWorkspace(workspace, { kind: "went", place: { kind: "channel", id: "C0GENERAL" } });
    expect(isUnread(went, "C0GENERAL")).toBe(false);
  });

  it("keeps the three newest troubles until they are understood", () => {
    const workspace = changed(...["a", "b", "c", "d"].map((text): Change => ({ kind: "trouble", text })));
    expect(workspace.troubles.map(({ text }) => text)).toEqual(["b", "c", "d"]);
    const [first] = workspace.troubles;
    const understood = changeWorkspace(workspace, { kind: "understood", trouble: first?.id ?? 0 });
    expect(understood.troubles.map(({ text }) => text)).toEqual(["c", "d"]);
  });

  it("leaves a DM that another person does not have, and its thread", () => {
    const mine = changed(
      { kind: "went", place: { kind: "channel", id: "D0ADA" } },
      { kind: "thread", thread: { channel: "D0ADA", ts: "1.0" } },
    );
    const channels = state.channels.filter(({ id }) => id !== "D0ADA");
    const theirs = changeWorkspace(mine, { kind: "loaded", state: { ...state, me: "U0VIC", channels }, read: {} });
    expect(theirs.place).toEqual({ kind: "channel", id: "C0CREATORS" });
    expect(theirs.thread).toBeUndefined();
  });
});

describe("threadOf", () => {
  it("keeps replies out of the channel", () => {
    const workspace = changed(heard(said("1.0", { threadTs: "1.0" })), heard(said("2.0", { threadTs: "1.0" })));
    expect(messagesIn(workspace, "C0CREATORS").map(({ ts }) => ts)).toEqual(["1.0"]);
    expect(threadOf(workspace, { channel: "C0CREATORS", ts: "1.0" }).replies.map(({ ts }) => ts)).toEqual(["2.0"]);
  });
});

describe("follows", () => {
  it("puts messages of one person within five minutes under one name, private ones apart", () => {
    expect(follows(said("200.0"), said("100.0"))).toBe(true);
    expect(follows(said("500.0"), said("100.0"))).toBe(false);
    expect(follows(said("200.0", { onlyFor: "U0ADA" }), said("100.0"))).toBe(false);
    expect(follows(said("200.0", { user: "U0ADA" }), said("100.0"))).toBe(false);
  });
});
