import type { AskableField } from "../../../core/contract/index.js";
import type { Choice } from "../parts/select.js";

export type Direction = "asc" | "desc";

const LABELS: Readonly<Partial<Record<AskableField["kind"], Record<Direction, string>>>> = {
  text: { asc: "A to Z", desc: "Z to A" },
  time: { desc: "Newest first", asc: "Oldest first" },
};
const OTHERS: Record<Direction, string> = { desc: "Largest first", asc: "Smallest first" };

/** How a field is sorted when nothing is said: texts from a to z, all else from the largest. */
export const usualDirection = (field: AskableField | undefined): Direction => (field?.kind === "text" ? "asc" : "desc");

/** The two ways to sort by a field, the usual one first. */
export function directionsOf(field: AskableField | undefined): Choice<Direction>[] {
  const labels = (field && LABELS[field.kind]) ?? OTHERS;
  const usual = usualDirection(field);
  return [usual, usual === "asc" ? ("desc" as const) : ("asc" as const)].map((value) => ({
    value,
    label: labels[value],
  }));
}
