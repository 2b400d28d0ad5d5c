import { basename, extname } from "node:path";
import type { Connection } from "mongoose";
import type { ColumnGuess } from "../../../core/imports/index.js";
import type { FoundFile } from "./find-files.js";
import { quoteForShell, writeMap } from "./read-map.js";

/** For a table that nobody knows: the command that would take it in, with a guess at its columns. */
export async function suggestMapping(db: Connection, { path, file }: FoundFile): Promise<string | undefined> {
  const { proposeColumns, savedMappings } = await import("../../../core/imports/index.js");
  // Whatever keeps the file from being read has been said already.
  const guesses = await proposeColumns(file, await savedMappings(db)).catch(() => undefined);
  const known = guesses?.filter(isGuessed) ?? [];
  if (!known.some(({ field }) => field === "handle" || field === "tiktokUserId")) return undefined;

  const width = Math.max(...known.map(({ header }) => header.trim().length));
  const name = basename(path, extname(path)).replaceAll(/[^\p{L}\p{N}_-]+/gu, "-");
  const map = writeMap(known.map(({ header, field }) => [header, field] as const));
  return [
    "  Its columns look like:",
    ...known.map(({ header, field }) => `    ${header.trim().padEnd(width)}  ${field}`),
    "  If that is right, this takes it in, and knows such tables from then on:",
    `    npm run -s roster -- import ${quoteForShell(path)} --map ${map} --map-name ${quoteForShell(name)}`,
  ].join("\n");
}

const isGuessed = (guess: ColumnGuess): guess is Required<ColumnGuess> => guess.field !== undefined;
