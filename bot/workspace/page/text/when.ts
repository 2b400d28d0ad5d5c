const DAY = 86_400_000;

/** A message's time: Slack's `ts` is in seconds, with a counter after the point. */
export const timeOf = (ts: string): Date => new Date(Number(ts) * 1000);

const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric" });
const dayAndYear = new Intl.DateTimeFormat("en-US", { month: "long", day: "numeric", year: "numeric" });

/** `3:07 PM` */
export const clockOf = (time: Date): string => clock.format(time);

/** One text a day, to tell days apart. */
export const dayKey = (time: Date): string => time.toDateString();

/** What the line between two days says. */
export function nameOfDay(time: Date, now: Date): string {
  if (dayKey(time) === dayKey(now)) return "Today";
  if (dayKey(time) === dayKey(new Date(now.getTime() - DAY))) return "Yesterday";
  return time.getFullYear() === now.getFullYear() ? day.format(time) : dayAndYear.format(time);
}

/** How long ago, in one word or two. */
export function agoOf(time: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - time.getTime()) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return minutes === 1 ? "1 minute ago" : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? "1 hour ago" : `${hours} hours ago`;
  const days = Math.floor(hours / 24);
  return days === 1 ? "yesterday" : `${days} days ago`;
}
