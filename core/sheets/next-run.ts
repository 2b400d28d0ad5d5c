import { DateTime } from "luxon";
import type { TabSchedule } from "../contract/index.js";

/** When a tab is refreshed next, after now; nothing where it has no schedule. A clock that skips the hour has the next. */
export function nextRun(schedule: TabSchedule, zone: string, now: Date): Date | undefined {
  if (schedule.every === "never") return undefined;
  if (schedule.every === "hour") return DateTime.fromJSDate(now, { zone: "utc" }).endOf("hour").plus(1).toJSDate();
  const here = DateTime.fromJSDate(now, { zone });
  const fits = (time: DateTime) => time > here && (schedule.every === "day" || time.weekday === schedule.day);
  let day = here.startOf("day");
  while (!fits(atHour(day, schedule.hour))) day = day.plus({ days: 1 }).startOf("day");
  return atHour(day, schedule.hour).toJSDate();
}

const atHour = (day: DateTime, hour: number): DateTime => day.set({ hour });
