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
  // A table has columns; a text of lines is none.
  if (guesses === undefined || guesses.length < 2) return undefined;
  const known = guesses.filter(isGuessed);
  const isWhole = known.some(({ field }) => field === "handle" || field === "tiktokUserId");
  return isWhole ? mappingOf(path, known) : mappingAsked(path, guesses);
}

function mappingOf(path: string, known: readonly Required<ColumnGuess>[]): string {
  const width = Math.max(...known.map(({ header }) => header.trim().length));
  return [
    "  Its columns look like:",
    ...known.map(({ header, field }) => `    ${header.trim().padEnd(width)}  ${field}`),
    "  If that is right, this takes it in, and knows such tables from then on:",
    `    ${command(path, writeMap(known.map(({ header, field }) => [header, field] as const)))}`,
  ].join("\n");
}

/** Nothing looks like a handle: the person says which column it is. */
function mappingAsked(path: string, guesses: readonly ColumnGuess[]): string {
  const headers = guesses.map(({ header }) => header.trim()).filter((header) => header !== "");
  const [first = ""] = headers;
  return [
    `  Its columns are: ${headers.join(", ")}.`,
    "  If it is a list of creators, say which column holds the handle, and what the others hold, such as:",
    `    ${command(path, writeMap([[first, "handle"]]))}`,
  ].join("\n");
}

function command(path: string, map: string): string {
  const name = basename(path, extname(path)).replaceAll(/[^\p{L}\p{N}_-]+/gu, "-");
  return `npm run -s roster -- import ${quoteForShell(path)} --map ${map} --map-name ${quoteForShell(name)}`;
}

const isGuessed = (guess: ColumnGuess): guess is Required<ColumnGuess> => guess.field !== undefined;
