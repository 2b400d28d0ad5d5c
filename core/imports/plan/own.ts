/**
 * The same text in memory of its own: a cell is cut out of the text of its row, and as long as it is held so is that
 * whole row.
 */
export const own = <T extends string | undefined>(cell: T): T => (cell && Buffer.from(cell).toString()) as T;
