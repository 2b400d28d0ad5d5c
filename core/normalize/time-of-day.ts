/** The pattern of a time, for within a longer one; five groups: hour, minute, second, fraction, `a` or `p`. */
export const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?([ap])\.?m\.?)?`;
/** The pattern of a zone; one group: `Z`, `UTC`, `GMT`, `+02:00`, `-0800`. */
export const ZONE = String.raw`(?:\s?(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?))?`;

const OFFSET = /([+-])(\d{2}):?(\d{2})?$/;
/** No zone is further from UTC (Kiribati, +14:00), in minutes. */
const FURTHEST_OFFSET = 14 * 60;

/** Milliseconds since midnight out of the groups of `TIME`, or `undefined` for a time that no clock shows. */
export function millisecondsOf(
  hours: string,
  minutes: string,
  seconds = "0",
  fraction = "",
  half = "",
): number | undefined {
  const hour = half === "" ? Number(hours) : hourOfHalf(Number(hours), half.toLowerCase());
  const minute = Number(minutes);
  const second = Number(seconds);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const millisecond = fraction === "" ? 0 : Number(fraction.slice(0, 3).padEnd(3, "0"));
  return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

/** 12 AM is 0, 12 PM is 12; spreadsheets also write 0:15 AM. Infinity for an hour that no half of a day has. */
function hourOfHalf(hour: number, half: string): number {
  if (hour > 12 || (hour === 0 && half === "p")) return Number.POSITIVE_INFINITY;
  return (hour % 12) + (half === "p" ? 12 : 0);
}

/** Minutes east of UTC out of the group of `ZONE`, or `undefined` for an offset that no zone has. */
export function offsetOf(zone: string): number | undefined {
  const match = OFFSET.exec(zone);
  if (match === null) return 0;
  const [, sign, hours, rest = "0"] = match;
  const minutes = Number(hours) * 60 + Number(rest);
  if (minutes > FURTHEST_OFFSET || Number(rest) > 59) return undefined;
  return sign === "-" && minutes !== 0 ? -minutes : minutes;
}
