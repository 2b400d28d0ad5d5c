import type { ColumnField, Source } from "../sources/index.js";
import { findBrandColumns, type HeaderBrand } from "./find-brand-columns.js";
import { headerKey } from "./header-key.js";

/** How well a source fits a row of headers. */
export interface SourceMatch {
  columns: Partial<Record<ColumnField, number>>;
  brandColumns: HeaderBrand[];
  /** The groups of `needs` of which no field is there. */
  missing: (readonly ColumnField[])[];
  /** The header that rules the source out. */
  excludedBy?: string;
  /** How many of the headers the source knows. */
  known: number;
}

/** Lays a source over a row of headers; of a header that stands twice the first column counts. */
export function matchSource(source: Source, headers: readonly string[]): SourceMatch {
  const indexOf = firstColumns(headers);
  const columns: SourceMatch["columns"] = {};

  for (const [field, variants] of Object.entries(source.columns) as [ColumnField, readonly string[]][]) {
    const variant = variants.find((each) => indexOf.has(headerKey(each)));
    if (variant !== undefined) columns[field] = indexOf.get(headerKey(variant));
  }

  const brandColumns = findBrandColumns(source, headers);
  const excluded = source.excludes?.find((each) => indexOf.has(headerKey(each)));
  return {
    columns,
    brandColumns,
    missing: source.needs.filter((group) => group.every((field) => columns[field] === undefined)),
    excludedBy: excluded === undefined ? undefined : headers[indexOf.get(headerKey(excluded)) ?? -1]?.trim(),
    known: Object.keys(columns).length + brandColumns.length,
  };
}

/** How near a match is that does not fit; only comparisons mean something. */
export function nearness({ known, missing }: SourceMatch): number {
  return known - missing.length;
}

/** Header key → its first column; blank headers name nothing. */
export function firstColumns(headers: readonly string[]): Map<string, number> {
  const indexOf = new Map<string, number>();
  for (const [index, header] of headers.entries()) {
    const key = headerKey(header);
    if (key !== "" && !indexOf.has(key)) indexOf.set(key, index);
  }
  return indexOf;
}
