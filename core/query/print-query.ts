import type { Expression, Query, Sort, Term } from "./ast.js";
import type { ListName } from "./field.js";
import { findField } from "./fields.js";
import { printCondition, printName, printNumber, printText, printTime } from "./print-value.js";

/** The canonical text of a query: reading it gives the same query, printing that the same text. */
export function printQuery({ list, where, sort }: Query): string {
  return [where && print(where, list), sort && printSort(sort, list)].filter((part) => part !== undefined).join(" ");
}

function print(expression: Expression, list: ListName): string {
  switch (expression.kind) {
    case "and":
      return expression.of.map((part) => (part.kind === "or" ? `(${print(part, list)})` : print(part, list))).join(" ");
    case "or":
      return expression.of.map((part) => print(part, list)).join(" OR ");
    case "not": {
      const inner = print(expression.of, list);
      return expression.of.kind === "and" || expression.of.kind === "or" ? `-(${inner})` : `-${inner}`;
    }
    default:
      return printTerm(expression, list);
  }
}

function printTerm(term: Term, list: ListName): string {
  switch (term.kind) {
    case "words":
      return term.values.map((value) => printText(value, true)).join(",");
    case "text":
      return `${term.field}:${term.values.map((value) => printText(value, false)).join(",")}`;
    case "set":
    case "fact":
      return `${term.field}:${term.values.map(({ text }) => printName(text)).join(",")}`;
    case "ordered":
      return `${term.field}:${term.values.map((condition) => printCondition(condition, printName)).join(",")}`;
    case "number": {
      const format = findField(list, term.field)?.format ?? "count";
      // The space tells alternatives from thousands.
      return `${term.field}:${term.values.map((condition) => printCondition(condition, (n) => printNumber(n, format))).join(", ")}`;
    }
    case "time":
      return `${term.field}:${term.values.map(printTime).join(",")}`;
    case "by":
      return `${term.field}:(${print(term.where, "creators")})`;
  }
}

function printSort({ field, direction }: Sort, list: ListName): string {
  const usual = findField(list, field)?.sort?.first;
  return `sort:${field}${direction === usual ? "" : direction === 1 ? "-asc" : "-desc"}`;
}
