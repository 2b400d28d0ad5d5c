import { creators } from "./creators.js";
import { euka } from "./euka.js";
import { phones } from "./phones.js";
import { products } from "./products.js";
import { refunnel } from "./refunnel.js";
import { samples } from "./samples.js";
import type { RowKind, Source } from "./source.js";
import { videos } from "./videos.js";

export { REFUSED_TABLES, type RefusedTable } from "./refused.js";
export { COLUMN_FIELDS, type ColumnField, type Source } from "./source.js";

/** Every known export, in the order in which files that come together are accepted. */
const KNOWN = [products, euka, phones, refunnel, creators, samples, videos] as const;

/** The kinds of table that Roster knows; `mapped` is any other one whose columns a person has named. */
export type SourceName = (typeof KNOWN)[number]["name"] | "mapped";

export interface NamedSource extends Source {
  name: SourceName;
}

export const KNOWN_SOURCES: readonly NamedSource[] = KNOWN;

/** The place of a source among files that come together; mapped tables come last. */
export function placeOf(source: SourceName): number {
  const place = KNOWN_SOURCES.findIndex(({ name }) => name === source);
  return place === -1 ? KNOWN_SOURCES.length : place;
}

/** What the rows of a source are about; those of a mapped table are creators. */
export const rowsOf = (source: SourceName): RowKind => KNOWN_SOURCES[placeOf(source)]?.rows ?? "creators";

/** How people call a file of a source. */
export const labelOf = (source: SourceName): string => KNOWN_SOURCES[placeOf(source)]?.label ?? "mapped table";
