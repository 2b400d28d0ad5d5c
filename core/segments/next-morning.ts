import { DateTime } from "luxon";
import type { Pace } from "./subscription.js";

/** When people begin to work, by the clock of their brand. */
const HOUR = 9;
const MONDAY = 1;

/** The next morning on which a digest goes out, in the zone of its brand; weekly ones on Mondays. */
export function nextMorning(pace: Pace, zone: string, now: Date): Date {
  const here = DateTime.fromJSDate(now, { zone });
  let morning = here.startOf("day").set({ hour: HOUR });
  while (morning <= here || (pace === "weekly" && morning.weekday !== MONDAY)) {
    morning = morning.plus({ days: 1 }).startOf("day").set({ hour: HOUR });
  }
  return morning.toJSDate();
}
