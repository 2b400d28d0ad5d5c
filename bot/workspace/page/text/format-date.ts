import { agoOf, clockOf, nameOfDay } from "./when.js";

const part = (options: Intl.DateTimeFormatOptions) => (time: Date) =>
  new Intl.DateTimeFormat("en-US", options).format(time);

const orToday = (write: (time: Date) => string) => (time: Date, now: Date) => {
  const name = nameOfDay(time, now);
  return name === "Today" || name === "Yesterday" ? name.toLowerCase() : write(time);
};

const date = part({ year: "numeric", month: "long", day: "numeric" });
const short = part({ year: "numeric", month: "short", day: "numeric" });
const long = part({ weekday: "long", year: "numeric", month: "long", day: "numeric" });

/** The words that a date's format may hold, as Slack documents them. */
const TOKENS: Record<string, (time: Date, now: Date) => string> = {
  date,
  date_num: (time) => time.toLocaleDateString("sv-SE"),
  date_slash: part({ year: "numeric", month: "2-digit", day: "2-digit" }),
  date_short: short,
  date_long: long,
  date_pretty: orToday(date),
  date_short_pretty: orToday(short),
  date_long_pretty: orToday(long),
  time: clockOf,
  time_secs: part({ hour: "numeric", minute: "2-digit", second: "2-digit" }),
  day_divider_pretty: nameOfDay,
  ago: agoOf,
};

/** `{date_short} at {time}` for a moment; a word that is not known stays. */
export function formatDate(seconds: number, format: string, now: Date): string {
  const time = new Date(seconds * 1000);
  return format.replace(/\{(\w+)\}/g, (whole, token: string) => TOKENS[token]?.(time, now) ?? whole);
}
