import type { GridColumn, Metadata } from "../workbook.js";
import { service, type World } from "./realm.js";

/** A mark on a column, as a finder gives it. */
export const makeMetadata = (
  mark: Metadata,
  { column, range }: { column: GridColumn; range: () => unknown },
  world: World,
) =>
  service(
    "DeveloperMetadata",
    {
      getKey: () => mark.key,
      getValue: () => mark.value,
      getLocation: () => service("DeveloperMetadataLocation", { getColumn: range }, world),
      remove: () => void column.metadata.splice(column.metadata.indexOf(mark), 1),
    },
    world,
  );
