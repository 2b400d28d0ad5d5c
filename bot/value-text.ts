import { z } from "zod";

/** A name or an address, in parts. */
const parts = z.record(z.string(), z.string().optional());

/** A value of any field as one line, such as `Mia Cruz` or `12 Main St, Austin, TX 78701, US`. */
export function textOfValue(field: string, value: unknown): string {
  if (value === null || value === undefined) return "cleared";
  const read = parts.safeParse(value);
  if (!read.success) return typeof value === "number" ? value.toLocaleString("en-US") : String(value);
  if (field === "name") return [read.data.first, read.data.last].filter(Boolean).join(" ");
  const { line1, line2, city, state, zip, country } = read.data;
  return [line1, line2, city, [state, zip].filter(Boolean).join(" "), country].filter(Boolean).join(", ");
}

/** First and last name, as far as they are known. */
export const fullNameOf = ({ firstName, lastName }: { firstName?: string; lastName?: string }): string | undefined =>
  [firstName, lastName].filter(Boolean).join(" ") || undefined;
