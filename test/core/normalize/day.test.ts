import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { countryDayOrder, dayOrderOf, normalizeDay, normalizeTime } from "../../../core/normalize/index.js";
import { reasonOf } from "./reasons.js";

const UTC = { zone: "UTC", dayOrder: "month-first" } as const;
const LOS_ANGELES = { zone: "America/Los_Angeles", dayOrder: "month-first" } as const;

const timeOf = (cell: string, options: Parameters<typeof normalizeTime>[1] = UTC): string => {
  const read = normalizeTime(cell, options);
  return read instanceof Date ? read.toISOString() : reasonOf(read);
};

describe("normalizeTime", () => {
  it.each([
    ["2025-11-26", "2025-11-26T00:00:00.000Z"],
    ["2025-11-26 07:47", "2025-11-26T07:47:00.000Z"],
    ["2025-11-26T07:47:37", "2025-11-26T07:47:37.000Z"],
    ["2025-11-26T07:47:37Z", "2025-11-26T07:47:37.000Z"],
    ["2025-11-26T07:47:37.123456Z", "2025-11-26T07:47:37.123Z"],
    ["2025-11-26T07:47:37+05:30", "2025-11-26T02:17:37.000Z"],
    ["2025-11-26 07:47:37 -0800", "2025-11-26T15:47:37.000Z"],
    ["2025-11-26 07:47:37 UTC", "2025-11-26T07:47:37.000Z"],
    ["11/26/2025 7:47:37 AM", "2025-11-26T07:47:37.000Z"],
    ["11/26/2025 7:47:37 PM\t", "2025-11-26T19:47:37.000Z"],
    ["\t11/26/2025\u202f7:47 pm", "2025-11-26T19:47:00.000Z"],
    ["11/26/2025 12:05 AM", "2025-11-26T00:05:00.000Z"],
    ["11/26/2025 12:05 PM", "2025-11-26T12:05:00.000Z"],
    ["11/26/2025 19:47", "2025-11-26T19:47:00.000Z"],
    ["11/26/2025", "2025-11-26T00:00:00.000Z"],
    ["1/2/2025", "2025-01-02T00:00:00.000Z"],
    ["11-26-2025", "2025-11-26T00:00:00.000Z"],
    ["11/26/25", "2025-11-26T00:00:00.000Z"],
    ["2025/11/26 07:47", "2025-11-26T07:47:00.000Z"],
    ["20251126", "2025-11-26T00:00:00.000Z"],
    ["Nov 26, 2025", "2025-11-26T00:00:00.000Z"],
    ["November 26, 2025 7:47 AM", "2025-11-26T07:47:00.000Z"],
    ["Wed, Nov 26, 2025, 7:47 AM", "2025-11-26T07:47:00.000Z"],
    ["26 Nov 2025", "2025-11-26T00:00:00.000Z"],
    ["26-Nov-25", "2025-11-26T00:00:00.000Z"],
    ["45987", "2025-11-26T00:00:00.000Z"],
    ["45987.32", "2025-11-26T07:40:48.000Z"],
    ["45987.324733796", "2025-11-26T07:47:37.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ])("reads %j as %s", (cell, instant) => {
    expect(timeOf(cell)).toBe(instant);
  });

  it("reads 11/12/2025 in the column's order", () => {
    expect(timeOf("11/12/2025", UTC)).toBe("2025-11-12T00:00:00.000Z");
    expect(timeOf("11/12/2025", { ...UTC, dayOrder: "day-first" })).toBe("2025-12-11T00:00:00.000Z");
    expect(timeOf("26.11.2025", { ...UTC, dayOrder: "day-first" })).toBe("2025-11-26T00:00:00.000Z");
  });

  it.each([
    ["02/30/2025", '"02/30/2025" is no day between 1970 and 2099; this column is read month first'],
    ["26/11/2025", "this column is read month first"],
    ["2025-02-29", "is no day"],
    ["2025-13-01", "is no day"],
    ["2025-00-10", "is no day"],
    ["1899-12-30", "is no day between 1970 and 2099"],
    ["Foo 26, 2025", "is no day"],
    ["2025-11-26 24:00", "has a time that no clock shows"],
    ["2025-11-26 10:61", "has a time that no clock shows"],
    ["11/26/2025 13:00 PM", "has a time that no clock shows"],
    ["2025-11-26T10:00+15:00", "is further from UTC than any time zone"],
    ["yesterday", "is no date; expected one such as 2025-11-26"],
    ["1764143257", "is no date"],
    ["99999", "is no date"],
    ["2025-11/26", "is no date"],
    ["11/26", "is no date"],
  ])("refuses %j: it %s", (cell, reason) => {
    expect(reasonOf(normalizeTime(cell, UTC))).toContain(reason);
  });

  it.each([
    ["2025-11-26", "2025-11-26T08:00:00.000Z"],
    ["07/01/2025 12:00", "2025-07-01T19:00:00.000Z"],
    ["45987.32", "2025-11-26T15:40:48.000Z"],
    ["2025-11-26T07:47:37Z", "2025-11-26T07:47:37.000Z"],
  ])("reads %j in the brand's zone", (cell, instant) => {
    expect(timeOf(cell, LOS_ANGELES)).toBe(instant);
  });

  it("takes the first of an hour that comes twice in autumn", () => {
    expect(timeOf("11/02/2025 01:30", LOS_ANGELES)).toBe("2025-11-02T08:30:00.000Z");
    expect(timeOf("11/02/2025 02:30", LOS_ANGELES)).toBe("2025-11-02T10:30:00.000Z");
  });

  it("moves a time that spring leaves out on by the skipped hour", () => {
    expect(timeOf("03/09/2025 02:30", LOS_ANGELES)).toBe("2025-03-09T10:30:00.000Z");
    expect(timeOf("03/09/2025 01:30", LOS_ANGELES)).toBe("2025-03-09T09:30:00.000Z");
    expect(timeOf("03/09/2025 03:30", LOS_ANGELES)).toBe("2025-03-09T10:30:00.000Z");
  });

  it("shows the wall time that was written, on every clock of the world and on every day", () => {
    const zones = fc.constantFrom(
      "America/Los_Angeles",
      "Europe/London",
      "Asia/Kolkata",
      "Australia/Lord_Howe",
      "Pacific/Kiritimati",
      "America/St_Johns",
      "Africa/Casablanca",
      "UTC",
    );
    const minutes = fc.integer({ min: Date.UTC(2015, 0, 3) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const local = DateTime.fromMillis(minute * 60_000, { zone });
        const cell = local.toFormat("yyyy-MM-dd HH:mm");
        const read = normalizeTime(cell, { zone, dayOrder: "day-first" });
        expect(read).toBeInstanceOf(Date);
        if (read instanceof Date) {
          expect(DateTime.fromJSDate(read, { zone }).toFormat("yyyy-MM-dd HH:mm")).toBe(cell);
          expect(read.getTime()).toBeLessThanOrEqual(minute * 60_000);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("leaves its own result as it is", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("1971"), max: new Date("2099"), noInvalidDate: true }), (date) => {
        expect(normalizeTime(date.toISOString(), LOS_ANGELES)).toEqual(date);
      }),
    );
  });

  it("fails on a brand whose zone does not exist", () => {
    expect(() => normalizeTime("2025-11-26", { zone: "Mars/Base", dayOrder: "day-first" })).toThrow("Mars/Base");
  });
});

describe("normalizeDay", () => {
  it.each([
    ["11/26/2025 11:47:37 PM", "2025-11-26"],
    ["2025-11-26T23:47:37-08:00", "2025-11-26"],
    ["45987.99", "2025-11-26"],
  ])("keeps the day of %j as written", (cell, day) => {
    expect(normalizeDay(cell, { dayOrder: "month-first" })).toBe(day);
  });
});

describe("dayOrderOf", () => {
  it.each([
    ["11/26/2025 7:47:37 AM\t", "month-first"],
    ["26/11/2025", "day-first"],
    ["26.11.25", "day-first"],
    ["11/12/2025", undefined],
    ["11/11/2025", undefined],
    ["02/30/2025", undefined],
    ["30/02/2025", undefined],
    ["40/50/2025", undefined],
    ["2025-11-26", undefined],
    ["Nov 26, 2025", undefined],
    ["", undefined],
  ])("learns from %j: %s", (cell, order) => {
    expect(dayOrderOf(cell)).toBe(order);
  });

  it("proves an order only where the other one makes the cell unreadable", () => {
    const part = fc.integer({ min: 1, max: 31 });
    fc.assert(
      fc.property(part, part, (one, other) => {
        const cell = `${one}/${other}/2025`;
        const order = dayOrderOf(cell);
        if (order === undefined) return;
        expect(typeof normalizeDay(cell, { dayOrder: order })).toBe("string");
        reasonOf(normalizeDay(cell, { dayOrder: order === "day-first" ? "month-first" : "day-first" }));
      }),
    );
  });
});

describe("countryDayOrder", () => {
  it("is month first in the US and what follows it, day first elsewhere", () => {
    expect(["US", "us", "PR", "PH"].map(countryDayOrder)).toEqual(Array(4).fill("month-first"));
    expect(["GB", "CA", "MX", "BR", "DE", ""].map(countryDayOrder)).toEqual(Array(6).fill("day-first"));
  });
});
