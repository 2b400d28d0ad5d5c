const MINUTE = 60_000;
const DAY = 86_400_000;

/** How long ago, in a word or two; from a week on, the day. */
export function agoInWords(time: Date, now: Date, zone?: string): string {
  const minutes = Math.floor((now.getTime() - time.getTime()) / MINUTE);
  if (minutes < 1) return "just now";
  if (minutes < 60) return minutes === 1 ? "1 minute ago" : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? "1 hour ago" : `${hours} hours ago`;
  const days = Math.floor(hours / 24);
  if (days >= 7) return `on ${dayOf(time, now, zone)}`;
  return days === 1 ? "1 day ago" : `${days} days ago`;
}

/** When something will be: `today at 6:00 AM`. */
export function comingInWords(time: Date, now: Date, zone?: string): string {
  if (time.getTime() <= now.getTime() + MINUTE) return "any moment";
  const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", timeZone: zone }).format(time);
  return `${nearDay(time, now, zone)} at ${clock}`;
}

function nearDay(time: Date, now: Date, zone?: string): string {
  const key = (at: Date) => at.toLocaleDateString("en-US", { timeZone: zone });
  if (key(time) === key(now)) return "today";
  if (key(time) === key(new Date(now.getTime() + DAY))) return "tomorrow";
  if (time.getTime() - now.getTime() < 6 * DAY)
    return `on ${new Intl.DateTimeFormat("en-US", { weekday: "long", timeZone: zone }).format(time)}`;
  return `on ${dayOf(time, now, zone)}`;
}

/** `Nov 3`, with the year where it is another. */
function dayOf(time: Date, now: Date, zone?: string): string {
  const year = (at: Date) => at.toLocaleDateString("en-US", { year: "numeric", timeZone: zone });
  const options = { month: "short", day: "numeric", timeZone: zone } as const;
  return new Intl.DateTimeFormat("en-US", year(time) === year(now) ? options : { ...options, year: "numeric" }).format(
    time,
  );
}
