import type { ColumnField, RefusedTable, SourceName } from "../sources/index.js";
import type { SourceMatch } from "./match-source.js";

interface Recognised {
  kind: "recognised";
  source: SourceName;
  /** The name of the mapping, when the source is `mapped`. */
  mapping?: string;
  columns: Partial<Record<ColumnField, number>>;
  brandColumns: SourceMatch["brandColumns"];
}

export type NotRecognised =
  /** Several fit equally: a person has to say which. */
  | { kind: "several"; between: string[] }
  | { kind: "refused"; table: RefusedTable }
  /** Nothing fits; `nearest` is the source that comes closest, unless none knows a single header. */
  | { kind: "unknown"; nearest?: Candidate };

export type Recognition = Recognised | NotRecognised;

/** What a row of headers is tried against, and how it fitted. */
export interface Candidate {
  /** The name of the source, or of the mapping. */
  name: string;
  source: SourceName;
  variants: Partial<Record<ColumnField, readonly string[]>>;
  match: SourceMatch;
}
