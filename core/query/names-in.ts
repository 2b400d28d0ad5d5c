import type { Expression, Query } from "./ast.js";
import type { SetField } from "./field.js";
import { findField } from "./fields.js";

/** The distinct names of brands, products or segments in a query: what has to be looked up before it is compiled. */
export function namesIn({ list, where }: Query, kind: NonNullable<SetField["names"]>): string[] {
  const found = new Set<string>();
  const walk = (expression: Expression, of: Query["list"]): void => {
    if (expression.kind === "and" || expression.kind === "or") for (const part of expression.of) walk(part, of);
    else if (expression.kind === "not") walk(expression.of, of);
    else if (expression.kind === "by") walk(expression.where, "creators");
    else if (expression.kind === "set") {
      const field = findField(of, expression.field);
      if (field?.kind === "set" && field.names === kind) for (const { text } of expression.values) found.add(text);
    }
  };
  if (where) walk(where, list);
  return [...found];
}
