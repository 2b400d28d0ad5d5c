import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CrmError } from "../../../core/errors/index.js";

/** Writes lines as they come; how many came. A byte order mark tells spreadsheets that it is UTF-8. */
export async function writeCsv(file: string, heading: string, lines: AsyncIterable<string>): Promise<number> {
  let count = 0;
  async function* all() {
    yield `\uFEFF${heading}`;
    for await (const line of lines) {
      count += 1;
      yield line;
    }
  }
  try {
    await pipeline(Readable.from(all()), createWriteStream(file));
  } catch (cause) {
    if (!(cause instanceof Error && "path" in cause && "code" in cause)) throw cause;
    throw new CrmError("refused", `${file} cannot be written`, {
      say: `${file} cannot be written: ${cause.message}.`,
      cause,
    });
  }
  return count;
}
