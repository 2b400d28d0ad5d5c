import { describe, expect, it } from "vitest";
import type { TabSchedule } from "../../../core/contract/index.js";
import { readProblem } from "../../../sheets-addon/sidebar/call.js";
import { cellInWords } from "../../../sheets-addon/sidebar/words/cell-in-words.js";
import { countedOfList } from "../../../sheets-addon/sidebar/words/count-in-words.js";
import { editsInWords } from "../../../sheets-addon/sidebar/words/edits-in-words.js";
import { refreshInWords, shareDone } from "../../../sheets-addon/sidebar/words/refresh-in-words.js";
import { scheduleInWords } from "../../../sheets-addon/sidebar/words/schedule-in-words.js";
import { agoInWords, comingInWords } from "../../../sheets-addon/sidebar/words/time-in-words.js";

const NOW = new Date("2026-11-20T15:00:00Z");
const at = (text: string) => new Date(text);

describe("scheduleInWords", () => {
  it.each<[TabSchedule, string, string]>([
    [{ every: "never" }, "UTC", "Refreshed by hand"],
    [{ every: "hour" }, "UTC", "Every hour"],
    [{ every: "day", hour: 0 }, "America/New_York", "Daily at midnight, New York time"],
    [{ every: "day", hour: 12 }, "UTC", "Daily at noon, UTC"],
    [{ every: "week", day: 7, hour: 17 }, "Europe/London", "Sundays at 5 PM, London time"],
  ])("%j", (schedule, zone, words) => {
    expect(scheduleInWords(schedule, zone)).toBe(words);
  });
});

describe("agoInWords", () => {
  it.each([
    ["2026-11-20T15:00:30Z", "just now"],
    ["2026-11-20T14:59:00Z", "1 minute ago"],
    ["2026-11-20T14:01:00Z", "59 minutes ago"],
    ["2026-11-20T09:00:00Z", "6 hours ago"],
    ["2026-11-19T14:00:00Z", "1 day ago"],
    ["2026-11-03T15:00:00Z", "on Nov 3"],
    ["2025-11-03T15:00:00Z", "on Nov 3, 2025"],
  ])("%s", (time, words) => {
    expect(agoInWords(at(time), NOW, "UTC")).toBe(words);
  });
});

describe("comingInWords", () => {
  it.each([
    ["2026-11-20T14:00:00Z", "any moment"],
    ["2026-11-20T18:30:00Z", "today at 6:30 PM"],
    ["2026-11-21T06:00:00Z", "tomorrow at 6:00 AM"],
    ["2026-11-23T06:00:00Z", "on Monday at 6:00 AM"],
    ["2026-12-01T06:00:00Z", "on Dec 1 at 6:00 AM"],
  ])("%s", (time, words) => {
    expect(comingInWords(at(time), NOW, "UTC")).toBe(words);
  });

  it("counts days in the zone of who reads it", () => {
    expect(comingInWords(at("2026-11-21T04:00:00Z"), NOW, "America/New_York")).toBe("today at 11:00 PM");
  });
});

describe("refreshInWords", () => {
  const step = (added: number, changed: number, removed: number) => ({
    done: true,
    so: { startedAt: "", rows: { added, changed, removed }, cells: 0 },
    total: 1_204,
    left: 0,
    conflicts: 0,
  });

  it("says what changed, or that nothing did", () => {
    expect(refreshInWords(step(3, 1, 2))).toBe("1,204 rows: 3 added, 1 changed and 2 gone.");
    expect(refreshInWords(step(0, 0, 0))).toBe("1,204 rows, up to date.");
  });

  it("knows how far one is, also of none", () => {
    expect(shareDone({ ...step(0, 0, 0), left: 903 })).toBe(0.25);
    expect(shareDone({ ...step(0, 0, 0), total: 0 })).toBe(0);
  });
});

describe("counts and cells", () => {
  it("are words", () => {
    expect(countedOfList("creators", 1)).toBe("1 creator");
    expect(countedOfList("videos", 10_000, true)).toBe("More than 10,000 videos");
    expect([null, "", true, 1234.5, "=1+1"].map(cellInWords)).toEqual(["", "", "yes", "1,234.5", "=1+1"]);
  });
});

describe("readProblem", () => {
  const problem = { kind: "not-paired", detail: "Connect {again}." };

  it("finds the problem behind what Google puts before it", () => {
    expect(readProblem(new Error(JSON.stringify(problem)))).toEqual(problem);
    expect(readProblem(new Error(`Error: ${JSON.stringify(problem)}`))).toEqual(problem);
  });

  it.each([
    ["Error: We're sorry, a server error occurred", "a server error occurred"],
    ["NetworkError: Connection failure due to HTTP 0", "online"],
    ["Exceeded maximum execution time", "goes on from where it was"],
    ["PERMISSION_DENIED", "several Google accounts"],
    ["TypeError: {broken", "{broken"],
  ])("says what to do about %j", (said, words) => {
    expect(readProblem(new Error(said))).toMatchObject({ kind: "google", detail: expect.stringContaining(words) });
  });
});

describe("editsInWords", () => {
  it("says where sending stands", () => {
    const sent = { sent: 0, refreshed: 2, invalid: 0, conflicts: 1 };
    expect(editsInWords(undefined, undefined)).toBe("");
    expect(editsInWords([], undefined)).toBe("Nothing to send.");
    expect(editsInWords([], sent)).toBe("Nothing was sent. 2 cells here took Roster’s value. 1 conflict left to pick.");
  });
});
