import { constants, createReadStream } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { CrmError } from "../../../core/errors/index.js";
import type { FileToImport } from "../../../core/imports/index.js";

/** A file of the command line that is there and can be read. */
export interface FoundFile {
  /** As it was named. */
  path: string;
  file: FileToImport;
  /** Where its rejected rows go. */
  rejectedPath: string;
}

export interface FoundFiles {
  found: FoundFile[];
  errors: CrmError[];
  /** Lists of rejected rows that a `*.csv` has caught together with the file whose rows they are. */
  leftOut: string[];
}

/** Looks for every file that was named; one that was named twice is taken once. */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const errors: CrmError[] = [];
  const byPlace = new Map<string, string>();
  for (const path of paths) {
    const place = await findFile(path);
    if (place instanceof CrmError) errors.push(place);
    else if (!byPlace.has(place)) byPlace.set(place, path);
  }
  const lists = new Set((await Promise.all([...byPlace.values()].map(placesOfLists))).flat());
  const leftOut = [...byPlace].flatMap(([place, path]) => (lists.has(place) ? [path] : []));

  const taken = new Set<string>();
  const found = [...byPlace]
    .filter(([place]) => !lists.has(place))
    .map(([, path]): FoundFile => {
      // a.csv and a.xlsx side by side: the second keeps its ending.
      const rejectedPath = taken.has(rejectedPathOf(path)) ? withEnding(path) : rejectedPathOf(path);
      taken.add(rejectedPath);
      return {
        path,
        file: { name: basename(path), open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) },
        rejectedPath,
      };
    });
  return { found, errors, leftOut };
}

/** The one place behind all names of a file; or why it cannot be read. */
async function findFile(path: string): Promise<string | CrmError> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) {
      return wrong(`${path} is a folder: name the files in it, such as ${join(path, "*.csv")}.`);
    }
    if (!stats.isFile()) return wrong(`${path} is no file that can be read twice: store it as a file first.`);
    await access(path, constants.R_OK);
    return await realpath(path);
  } catch (error) {
    return cannotRead(path, error);
  }
}

/** What the operating system said about a file, in words. */
export function cannotRead(path: string, cause: unknown): CrmError {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return noSuchFile(path, cause);
  if (code === "EACCES" || code === "EPERM") return wrong(`${path}: you may not read this file.`, cause);
  return wrong(`${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`, cause);
}

const noSuchFile = (path: string, cause: unknown) =>
  path === ""
    ? wrong("Expected the path of a file; got an empty one.", cause)
    : wrong(`${path}: there is no such file. Check its name and its folder.`, cause);

const wrong = (message: string, cause?: unknown) => new CrmError("wrong-input", message, { cause });

function rejectedPathOf(path: string): string {
  return join(dirname(path), `${basename(path, extname(path))}.rejected.csv`);
}

const withEnding = (path: string): string => `${path}.rejected.csv`;

/** Where the rejected rows of a file may have been written to, whatever way its folder is named. */
async function placesOfLists(path: string): Promise<string[]> {
  const folder = await realpath(dirname(path));
  return [rejectedPathOf(path), withEnding(path)].map((list) => join(folder, basename(list)));
}
