import type { TabSchedule } from "../../../core/contract/index.js";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** 1 is Monday. */
export const dayInWords = (day: number): string => DAYS[day - 1] ?? "Monday";

/** `6 AM`; midnight and noon by their names. */
export function hourInWords(hour: number): string {
  if (hour === 0) return "midnight";
  if (hour === 12) return "noon";
  return hour < 12 ? `${hour} AM` : `${hour - 12} PM`;
}

/** `New York time` of `America/New_York`. */
export function zoneInWords(zone: string): string {
  if (/^(?:Etc\/)?(?:UTC|GMT)$/i.test(zone)) return "UTC";
  return `${(zone.split("/").pop() ?? zone).replaceAll("_", " ")} time`;
}

export function scheduleInWords(schedule: TabSchedule, zone: string): string {
  switch (schedule.every) {
    case "never":
      return "Refreshed by hand";
    case "hour":
      return "Every hour";
    case "day":
      return `Daily at ${hourInWords(schedule.hour)}, ${zoneInWords(zone)}`;
    case "week":
      return `${dayInWords(schedule.day)}s at ${hourInWords(schedule.hour)}, ${zoneInWords(zone)}`;
  }
}
