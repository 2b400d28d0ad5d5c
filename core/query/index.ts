export {
  type AgeUnit,
  type Comparison,
  type Condition,
  type Expression,
  join,
  type NameValue,
  type Query,
  type Sort,
  type Span,
  type Term,
  type TextValue,
  type TimeCondition,
  type When,
} from "./ast.js";
export { chooseColumns } from "./choose-columns.js";
export type { CompileOptions } from "./compile-options.js";
export { type CompiledQuery, compileQuery, compileWithCreators, mistakeIn } from "./compile-query.js";
export { type Completion, complete, type Offer, type StoredValues } from "./complete.js";
export type { Fact, Field, Filter, Format, ListFields, ListName, SortKey } from "./field.js";
export { askableFields, type ColumnField, columnFields, FIELDS, findField, LISTS, sortableFields } from "./fields.js";
export { hideContacts } from "./hide-contacts.js";
export { namesIn } from "./names-in.js";
export { MAX_LENGTH, type Parsed, parseQuery, readQuery } from "./parse-query.js";
export { printQuery } from "./print-query.js";
export { explain, type QueryError } from "./query-error.js";
export { suggest } from "./suggest.js";
