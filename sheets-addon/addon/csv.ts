/** The rows of a sheet as a file, and in which line of it each row begins; lines count from 1. */
export function csvOf(rows: readonly (readonly string[])[]): { text: string; rowOfLine: Map<number, number> } {
  const rowOfLine = new Map<number, number>();
  let line = 1;
  const lines = rows.map((cells, row) => {
    rowOfLine.set(line, row);
    line += 1 + cells.reduce((breaks, cell) => breaks + countBreaks(cell), 0);
    return cells.map(quoted).join(",");
  });
  return { text: `${lines.join("\n")}\n`, rowOfLine };
}

const countBreaks = (cell: string): number => (plainBreaks(cell).match(/\n/g) ?? []).length;

const plainBreaks = (cell: string): string => cell.replace(/\r\n?/g, "\n");

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${plainBreaks(cell).replace(/"/g, '""')}"` : cell);
