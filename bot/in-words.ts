/** "1 row", "2,460 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** A time on the clock of this machine, "2026-03-01 14:05". */
export function minuteOf(time: Date): string {
  return time.toLocaleString("sv-SE", { dateStyle: "short", timeStyle: "short" });
}

/** A day on the calendar of this machine, "2026-03-01". */
export function dayOf(time: Date): string {
  return time.toLocaleDateString("sv-SE");
}

/** "0.4 s", "12 s", "3 min 5 s". */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
