export { openTable } from "./open-table.js";
export { peekTable } from "./peek-table.js";
export { readThrough } from "./read-through.js";
export type { BrandColumn, OpenOptions, RawRow, Table, TableFile } from "./table.js";
