import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** One data row: its cells by header. */
export type Row = Readonly<Record<string, string>>;

/** The data rows of a made file: below the line with this first header, without descriptions, totals and blank lines. */
export async function readRows(dir: string, file: string, firstHeader: string): Promise<Row[]> {
  const text = (await readFile(join(dir, file), "utf8")).replace(/^\uFEFF/, "");
  const lines = parse(text);
  const headerAt = lines.findIndex((cells) => cells[0] === firstHeader);
  const header = lines[headerAt] ?? [];
  return lines
    .slice(headerAt + 1)
    .filter((cells) => cells.length > 1 && !["Summary", "Total", "Platform unique order ID."].includes(cells[0] ?? ""))
    .map((cells) => {
      if (cells.length !== header.length) throw new Error(`${file}: ${cells.length} cells in ${cells.join("|")}`);
      return Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ""]));
    });
}

/** Character by character, so that it shares nothing with what the program reads CSV by. */
function parse(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "," || character === "\n") {
      cells.push(cell);
      cell = "";
      if (character === "\n") {
        lines.push(cells);
        cells = [];
      }
    } else if (character !== "\r") cell += character;
  }
  return lines;
}
