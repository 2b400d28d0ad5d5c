import type { TabSchedule } from "../../../core/contract/index.js";
import { Select } from "../parts/select.js";
import { dayInWords, hourInWords, zoneInWords } from "../words/schedule-in-words.js";
import { ServiceAccount } from "./service-account.js";

const EVERY = [
  { value: "never" as const, label: "Only when somebody asks" },
  { value: "hour" as const, label: "Every hour" },
  { value: "day" as const, label: "Every day" },
  { value: "week" as const, label: "Every week" },
];
const DAYS = Array.from({ length: 7 }, (_, at) => ({ value: `${at + 1}`, label: dayInWords(at + 1) }));
const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: `${hour}`, label: hourInWords(hour) }));

/** Before people come to work. */
const EARLY = 6;

interface ScheduleChoiceProps {
  schedule: TabSchedule;
  zone: string;
  onChange(schedule: TabSchedule): void;
}

export function ScheduleChoice({ schedule, zone, onChange }: ScheduleChoiceProps) {
  const hour = "hour" in schedule ? schedule.hour : EARLY;
  const every = (next: TabSchedule["every"]) => onChange(startSchedule(next, hour));
  return (
    <>
      <Select label="Refresh by itself" value={schedule.every} choices={EVERY} onChange={every} />
      {"hour" in schedule && (
        <div class="side-by-side">
          {schedule.every === "week" && (
            <Select
              label="On"
              value={`${schedule.day}`}
              choices={DAYS}
              onChange={(day) => onChange({ ...schedule, day: Number(day) })}
            />
          )}
          <Select
            label={`At, in ${zoneInWords(zone)}`}
            value={`${hour}`}
            choices={HOURS}
            onChange={(next) => onChange({ ...schedule, hour: Number(next) })}
          />
        </div>
      )}
      {schedule.every !== "never" && <ServiceAccount />}
    </>
  );
}

function startSchedule(every: TabSchedule["every"], hour: number): TabSchedule {
  if (every === "day") return { every, hour };
  return every === "week" ? { every, day: 1, hour } : { every };
}
