import type { ColumnField } from "../sources/index.js";
import { closeHeaders } from "./close-headers.js";
import type { Candidate, NotRecognised } from "./recognition.js";

/** Says why a table was not recognised, which column is missing, and what to do. */
export function explainNotRecognised(result: NotRecognised, headers: readonly string[]): string {
  if (result.kind === "several") {
    const names = result.between.join(" and ");
    return `It fits ${names} equally: say which by --as ${result.between.join(" or --as ")}.`;
  }
  if (result.kind === "refused") return `These are ${result.table.name}. ${result.table.reason}`;
  if (result.nearest === undefined)
    return "No column of a known table is in it. Map its columns once, or drop another file.";
  return explainNearest(result.nearest, headers);
}

function explainNearest({ name, variants, match }: Candidate, headers: readonly string[]): string {
  const missing = match.missing.map((group) => group.map((field) => headerOf(field, variants)).join("` or `"));
  if (missing.length === 0) return `The nearest is ${name}, but column "${match.excludedBy}" does not belong to it.`;

  const wanted = match.missing.flat().flatMap((field) => variants[field] ?? [field]);
  const taken = new Set(Object.values(match.columns));
  const close = closeHeaders(
    wanted,
    headers.filter((_, index) => !taken.has(index)),
  );
  const verb = missing.length === 1 ? "is" : "are";
  const hint =
    close.length === 0
      ? " If it is another table, map its columns once."
      : ` Did you mean column ${close.map((each) => `"${each}"`).join(" or ")}?`;
  return `The nearest is ${name}, but \`${missing.join("` and `")}\` ${verb} missing.${hint}`;
}

/** The usual header of a field. */
function headerOf(field: ColumnField, variants: Candidate["variants"]): string {
  return variants[field]?.[0] ?? field;
}
