import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CrmError } from "../errors/index.js";
import { type Account, makeAccount } from "./account.js";
import { creatorLines } from "./creators-file.js";
import { eukaLines } from "./euka-file.js";
import { type Expected, expectedOf } from "./expected.js";
import { Ledger, MADE_FILES, type MadeFile } from "./ledger.js";
import { phoneLines } from "./phones-file.js";
import { productLines } from "./products-file.js";
import { refunnelLines } from "./refunnel-file.js";
import { sampleLines } from "./samples-file.js";
import { videoLines } from "./videos-file.js";
import { type CsvLooks, type Line, writeCsv } from "./write-csv.js";

export interface GenerateOptions {
  /** 1 is a real account, about 260,000 rows; from 0.01 to 25. */
  size: number;
  /** A whole number: the same size and seed give the same bytes. */
  seed: number;
}

const LINES: Record<MadeFile, (account: Account, ledger: Ledger) => Iterable<Line>> = {
  products: productLines,
  euka: eukaLines,
  phones: phoneLines,
  refunnel: refunnelLines,
  creators: creatorLines,
  samples: sampleLines,
  videos: videoLines,
};

const LOOKS: Partial<Record<MadeFile, CsvLooks>> = { phones: { bom: true }, refunnel: { newline: "\r\n" } };

/**
 * Writes the seven source files of a made account into `dir`, and `expected.json`: what an import of them has to find.
 *
 * Everybody in it is invented. Rows are made one at a time and not kept.
 */
export async function generateAccount(dir: string, { size, seed }: GenerateOptions): Promise<Expected> {
  if (!(size >= 0.01 && size <= 25)) throw wrong("size", "a number from 0.01 to 25", size);
  if (!Number.isSafeInteger(seed)) throw wrong("seed", "a whole number", seed);

  const account = makeAccount(size, seed);
  const ledger = new Ledger(account.shape.creators);
  await mkdir(dir, { recursive: true });
  for (const name of MADE_FILES) {
    await writeCsv(join(dir, `${name}.csv`), LINES[name](account, ledger), LOOKS[name]);
  }
  const expected = expectedOf(ledger, size, seed);
  await writeFile(join(dir, "expected.json"), `${JSON.stringify(expected, null, 2)}\n`);
  return expected;
}

function wrong(option: string, wanted: string, got: number): CrmError {
  return new CrmError("wrong-input", `The ${option} of a made account is ${wanted}, not ${got}.`);
}
