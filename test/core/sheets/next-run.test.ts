import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { nextRun } from "../../../core/sheets/next-run.js";
import "../../support/properties.js";

const at = (text: string) => new Date(text);
/** Clocks go forward at 2, at 1 and at midnight; by an hour or a half; and not at all. */
const ZONES =
  "America/New_York Europe/London Africa/Cairo America/Santiago Australia/Lord_Howe Asia/Kathmandu UTC".split(" ");
/** Two years; every other moment near a change of clocks in New York. */
const moment = fc.oneof(
  fc.date({ min: at("2025-01-01T00:00:00Z"), max: at("2026-12-31T00:00:00Z"), noInvalidDate: true }),
  fc.integer({ min: -1_440, max: 1_440 }).map((minutes) => new Date(Date.UTC(2026, 2, 8, 7, minutes))),
  fc.integer({ min: -1_440, max: 1_440 }).map((minutes) => new Date(Date.UTC(2026, 10, 1, 6, minutes))),
);
const hour = fc.integer({ min: 0, max: 23 });
const zone = fc.constantFrom(...ZONES);

describe("nextRun", () => {
  it("is none where a tab has no schedule", () => {
    expect(nextRun({ every: "never" }, "UTC", at("2026-03-01T12:00:00Z"))).toBeUndefined();
  });

  it("is the next full hour", () => {
    expect(nextRun({ every: "hour" }, "Asia/Kathmandu", at("2026-03-01T12:59:59Z"))).toEqual(at("2026-03-01T13:00Z"));
    expect(nextRun({ every: "hour" }, "UTC", at("2026-03-01T13:00:00Z"))).toEqual(at("2026-03-01T14:00Z"));
  });

  it("is at the hour of the brand, today or tomorrow", () => {
    const nine = (now: string) => nextRun({ every: "day", hour: 9 }, "America/New_York", at(now));
    expect(nine("2026-03-01T13:59:00Z")).toEqual(at("2026-03-01T14:00:00Z"));
    expect(nine("2026-03-01T14:00:00Z")).toEqual(at("2026-03-02T14:00:00Z"));
    expect(nine("2026-03-08T05:00:00Z")).toEqual(at("2026-03-08T13:00:00Z"));
  });

  it("takes the hour after one that the clock skips, and of one that it has twice the first only", () => {
    const two = (now: string) => nextRun({ every: "day", hour: 2 }, "America/New_York", at(now));
    expect(two("2026-03-08T05:00:00Z")).toEqual(at("2026-03-08T07:00:00Z"));
    const one = (now: string) => nextRun({ every: "day", hour: 1 }, "America/New_York", at(now));
    expect(one("2026-11-01T05:00:00Z")).toEqual(at("2026-11-02T06:00:00Z"));
    expect(one("2026-11-01T06:30:00Z")).toEqual(at("2026-11-02T06:00:00Z"));
  });

  it("is on the day of the week", () => {
    const monday = nextRun({ every: "week", day: 1, hour: 8 }, "Europe/London", at("2026-03-30T08:00:00Z"));
    expect(monday).toEqual(at("2026-04-06T07:00:00Z"));
  });

  it("comes later, at its hour, once each day, in every zone", () => {
    fc.assert(
      fc.property(moment, zone, hour, (now, zone, hour) => {
        const first = nextRun({ every: "day", hour }, zone, now) ?? now;
        const second = nextRun({ every: "day", hour }, zone, first) ?? first;
        expect(first.getTime()).toBeGreaterThan(now.getTime());
        expect(first.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
        const [one, other] = [first, second].map((time) => DateTime.fromJSDate(time, { zone }));
        expect(other?.startOf("day").toISODate()).toBe(one?.plus({ days: 1 }).startOf("day").toISODate());
        const begins = one?.startOf("day").set({ hour });
        expect(one?.toMillis()).toBe(begins?.toMillis());
        expect([hour, hour + 1]).toContain(one?.hour);
      }),
      { numRuns: 2_000 },
    );
  });

  it("comes on its day, once each week, in every zone", () => {
    fc.assert(
      fc.property(moment, zone, hour, fc.integer({ min: 1, max: 7 }), (now, zone, hour, day) => {
        const next = nextRun({ every: "week", day, hour }, zone, now) ?? now;
        const after = nextRun({ every: "week", day, hour }, zone, next) ?? next;
        expect(DateTime.fromJSDate(next, { zone }).weekday).toBe(day);
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(Math.round((after.getTime() - next.getTime()) / 86_400_000)).toBe(7);
      }),
      { numRuns: 1_000 },
    );
  });
});
