import type { TabSchedule } from "../contract/index.js";
import type { StoredTab } from "./stored-tab.js";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** What a tab shows and when it is refreshed, for the audit log. */
export function tabInWords({ list, query, brandId, columns, whenGone, schedule, paused }: StoredTab): string {
  const what = `${list} of ${brandId}${query.trim() === "" ? "" : `: ${query.trim()}`}`;
  const gone = whenGone === "grey" ? "rows that are gone stay grey" : "rows that are gone are removed";
  return [what, columns.join(" "), gone, scheduleInWords(schedule), ...(paused ? ["paused"] : [])].join("; ");
}

function scheduleInWords(schedule: TabSchedule): string {
  if (schedule.every === "never") return "no schedule";
  if (schedule.every === "hour") return "every hour";
  const at = `at ${schedule.hour}:00`;
  return schedule.every === "day" ? `every day ${at}` : `every ${DAYS[schedule.day - 1]} ${at}`;
}
