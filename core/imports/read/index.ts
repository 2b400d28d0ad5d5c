export { openTable } from "./open-table.js";
export { peekTable, type TablePeek } from "./peek-table.js";
export { type ReadThrough, readThrough } from "./read-through.js";
export type { BrandColumn, DateRange, OpenOptions, RawRow, Table, TableFile } from "./table.js";
