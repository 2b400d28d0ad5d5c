import { rowHash, type SheetColumn, type SheetRow } from "../../core/contract/index.js";
import type { CreatorRow, RowOf, SampleRow, VideoRow } from "../../core/lists/index.js";
import type { ListName } from "../../core/query/index.js";
import { cellsOf } from "./columns.js";

export interface RowForm {
  columns: readonly SheetColumn[];
  zone: string;
  /** Brands' ids by short name: a video is one brand's, whatever the brand is called later. */
  brandIds: ReadonlyMap<string, string>;
}

/** A record as a tab shows it. */
export function toSheetRow(row: RowOf[ListName], { columns, zone, brandIds }: RowForm): SheetRow {
  const cells = cellsOf(row, columns, zone);
  return { id: rowIdOf(row, brandIds), hash: rowHash(cells), cells };
}

function rowIdOf(row: CreatorRow | SampleRow | VideoRow, brandIds: ReadonlyMap<string, string>): string {
  if ("videoId" in row) return `${brandIds.get(row.brand) ?? row.brand}:${row.videoId}`;
  return "orderId" in row ? `${row.orderId}:${row.skuId}` : row.id;
}
