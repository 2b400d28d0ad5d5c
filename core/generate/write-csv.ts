import { open } from "node:fs/promises";

/** The cells of one line; a line without cells is a blank one. */
export type Line = readonly string[];

export interface CsvLooks {
  bom?: boolean;
  newline?: "\n" | "\r\n";
}

/** How many characters are gathered before they go to the disk: large writes are few, and memory stays flat. */
const CHUNK = 1 << 19;

/** Writes lines as they come, waiting for the disk whenever a chunk is full. */
export async function writeCsv(path: string, lines: Iterable<Line>, looks: CsvLooks = {}): Promise<void> {
  const { bom = false, newline = "\n" } = looks;
  const file = await open(path, "w");
  try {
    let text = bom ? "\uFEFF" : "";
    for (const line of lines) {
      text += line.map(quote).join(",") + newline;
      if (text.length >= CHUNK) {
        await file.write(text);
        text = "";
      }
    }
    await file.write(text);
  } finally {
    await file.close();
  }
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
