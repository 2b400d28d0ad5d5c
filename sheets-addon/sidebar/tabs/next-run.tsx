import type { BoundTab } from "../app/place.js";
import { Icon } from "../parts/icon.js";
import { useNow } from "../parts/use-now.js";
import { scheduleInWords } from "../words/schedule-in-words.js";
import { comingInWords } from "../words/time-in-words.js";

/** When it is refreshed without anyone looking. */
export function NextRun({ tab, zone }: { tab: BoundTab; zone: string }) {
  const now = useNow();
  const { schedule, paused, nextRunAt } = tab;
  const words = scheduleInWords(schedule, zone);
  const isElsewhere = "hour" in schedule && new Intl.DateTimeFormat().resolvedOptions().timeZone !== zone;
  return (
    <p class="line">
      <Icon name={paused ? "pause" : "clock"} />
      <span>
        {words}
        {paused && schedule.every !== "never" && "; paused"}
        {!paused && nextRunAt && `; next ${comingInWords(new Date(nextRunAt), now)}${isElsewhere ? ", your time" : ""}`}
      </span>
    </p>
  );
}
