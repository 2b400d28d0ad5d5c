import { CrmError } from "../../../core/errors/index.js";

const AGE = /^(\d{1,4})([dw])$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** A day (its beginning, in UTC) or an age, as queries have them: `2026-03-01`, `7d`, `2w`. */
export function readSince(text: string, now: Date): Date {
  const word = text.trim();
  const [, count, unit] = AGE.exec(word) ?? [];
  if (count !== undefined) return new Date(now.getTime() - Number(count) * (unit === "w" ? 7 : 1) * DAY_MS);
  const day = new Date(`${word}T00:00:00Z`);
  if (DAY.test(word) && !Number.isNaN(day.getTime())) return day;
  throw new CrmError("wrong-input", `Expected a day such as 2026-03-01, or an age such as 7d; got "${text}".`);
}
