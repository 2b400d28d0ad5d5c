import type { ColumnField, Source } from "../sources/index.js";
import { headerKey, tidyHeader } from "./header-key.js";

/** A header that is a brand's name and the end that a source knows. */
export interface HeaderBrand {
  field: ColumnField;
  brand: string;
  index: number;
}

/** Finds the figures whose headers carry a brand's name: "GLOW, VIDEOS POSTED ALL TIME" is `videoCount` of "GLOW". */
export function findBrandColumns(source: Source, headers: readonly string[]): HeaderBrand[] {
  const found: HeaderBrand[] = [];
  for (const [index, header] of headers.entries()) {
    for (const [field, endings] of Object.entries(source.brandColumns ?? {}) as [ColumnField, readonly string[]][]) {
      const brand = endings.map((ending) => brandBefore(ending, header)).find((each) => each !== undefined);
      if (brand !== undefined) found.push({ field, brand, index });
    }
  }
  return found;
}

function brandBefore(ending: string, header: string): string | undefined {
  if (!headerKey(header).endsWith(` ${ending}`)) return undefined;
  const brand = tidyHeader(header)
    .slice(0, -ending.length)
    .replace(/[\s,:;|–—-]+$/, "");
  return brand === "" ? undefined : brand;
}
