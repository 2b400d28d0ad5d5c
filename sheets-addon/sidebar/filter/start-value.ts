import type { AskableField } from "../../../core/contract/index.js";
import type { Input } from "../query/comparisons.js";

/** What stands in an input before anything is typed. */
export function startValue(input: Input, field: AskableField): string {
  if (input === "age") return "30d";
  return input === "values" ? (field.values?.[0] ?? "") : "";
}
