import type { ColumnField, NamedSource } from "../sources/index.js";
import { headerKey } from "./header-key.js";
import type { SavedMapping } from "./saved-mapping.js";

/** The fields that say whose row it is: a mapped table needs one of them. */
const IDENTITY: readonly ColumnField[] = ["handle", "tiktokUserId"];

/** A saved mapping in the form of a source; of two headers that a person gave one field the first counts. */
export function mappingAsSource(mapping: SavedMapping): NamedSource {
  const columns: Partial<Record<ColumnField, string[]>> = {};
  for (const [header, field] of Object.entries(mapping.columns)) {
    columns[field] = [...(columns[field] ?? []), headerKey(header)];
  }
  return { name: "mapped", label: "mapped table", rows: "creators", columns, needs: [IDENTITY] };
}
