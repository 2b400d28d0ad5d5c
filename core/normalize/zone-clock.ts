import { Info, type Zone } from "luxon";
import { CrmError } from "../errors/index.js";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A zone's offsets from UTC in milliseconds, kept by the local day; `changing` marks a day near a clock change. */
interface ZoneClock {
  zone: Zone;
  days: Map<number, number | "changing">;
}

const clocks = new Map<string, ZoneClock>();
let latest: { name: string; clock: ZoneClock } | undefined;

/**
 * The instant at which clocks in `zone` (IANA name) show the wall time `wallMs` (milliseconds as though it were UTC).
 *
 * Of an hour that comes twice in autumn it is the first; a time that spring leaves out is moved on by the hour that the
 * clocks skip. luxon is asked twice for each day and zone, since a file has a few hundred days and a million times.
 */
export function instantOf(wallMs: number, zone: string): number {
  const clock = clockOf(zone);
  const day = Math.floor(wallMs / DAY_MS);
  let offset = clock.days.get(day);
  if (offset === undefined) {
    offset = offsetOfDay(clock.zone, day);
    clock.days.set(day, offset);
  }
  return offset === "changing" ? instantNearChange(wallMs, clock.zone) : wallMs - offset;
}

function clockOf(name: string): ZoneClock {
  if (latest?.name === name) return latest.clock;
  const clock = clocks.get(name) ?? newClock(name);
  latest = { name, clock };
  return clock;
}

function newClock(name: string): ZoneClock {
  const zone = Info.normalizeZone(name);
  if (!zone.isValid) throw new CrmError("wrong-input", `no time zone ${name}; expected one such as America/New_York`);
  const clock: ZoneClock = { zone, days: new Map() };
  clocks.set(name, clock);
  return clock;
}

/** One offset from a day before to a day after means that no clock changes within: zones change weeks apart. */
function offsetOfDay(zone: Zone, day: number): number | "changing" {
  const before = offsetAt(zone, (day - 1) * DAY_MS);
  return before === offsetAt(zone, (day + 2) * DAY_MS) ? before : "changing";
}

function instantNearChange(wallMs: number, zone: Zone): number {
  const byEarlier = wallMs - offsetAt(zone, wallMs - DAY_MS);
  const byLater = wallMs - offsetAt(zone, wallMs + DAY_MS);
  const shows = (instant: number): boolean => instant + offsetAt(zone, instant) === wallMs;
  return shows(byEarlier) || !shows(byLater) ? byEarlier : byLater;
}

const offsetAt = (zone: Zone, instant: number): number => zone.offset(instant) * MINUTE_MS;
