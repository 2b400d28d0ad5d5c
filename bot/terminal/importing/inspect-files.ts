import type { Connection } from "mongoose";
import { CrmError } from "../../../core/errors/index.js";
import type { ImportChoices, InspectedFile, KnownFile } from "../../../core/imports/index.js";
import { cannotRead, type FoundFile, type FoundFiles } from "./find-files.js";
import { suggestMapping } from "./suggest-mapping.js";

/** A file that was read through: ready to be taken in, or taken in before. */
export interface ReadyFile extends FoundFile {
  inspected: InspectedFile | KnownFile;
}

/**
 * Reads every file through, before any of them is imported.
 *
 * @throws CrmError with what is wrong with each file, when anything is wrong with one of them
 */
export async function inspectFiles(
  db: Connection,
  { found, errors }: Pick<FoundFiles, "found" | "errors">,
  choices: ImportChoices,
  onFile: (name: string) => void,
): Promise<ReadyFile[]> {
  const problems = [...errors];
  const ready: ReadyFile[] = [];
  for (const each of found) {
    onFile(each.file.name);
    try {
      ready.push({ ...each, inspected: await inspect(db, each, choices) });
    } catch (error) {
      problems.push(await explain(db, each, choices, error));
    }
  }
  if (problems.length > 0) throw together(problems, found.length + errors.length);
  return ready;
}

async function inspect(db: Connection, { file }: FoundFile, choices: ImportChoices) {
  const { inspectFile } = await import("../../../core/imports/index.js");
  const inspected = await inspectFile(db, file, choices, new Date());
  if ("rows" in inspected && inspected.rows === 0) {
    const { headerLine } = inspected.table;
    throw new CrmError(
      "refused",
      `${file.name}, line ${headerLine}: There is no row below the header. Export it again, with rows.`,
    );
  }
  return inspected;
}

/** The error as it is told. One that is nothing about the file goes on as it is. */
async function explain(db: Connection, found: FoundFile, choices: ImportChoices, error: unknown): Promise<CrmError> {
  if (error instanceof Error && "syscall" in error) return cannotRead(found.path, error);
  if (!(error instanceof CrmError)) throw error;
  if (error.code !== "refused" || choices.as !== undefined || choices.mapping !== undefined) return error;
  const suggestion = await suggestMapping(db, found);
  if (suggestion === undefined) return error;
  return new CrmError(error.code, error.message, { say: `${error.sayOn("terminal")}\n${suggestion}`, cause: error });
}

function together(problems: readonly CrmError[], files: number): CrmError {
  const [first] = problems;
  if (first !== undefined && files === 1) return first;
  // The same mistake of the command line, such as an unknown --as, is told once.
  const says = [...new Set(problems.map((each) => each.sayOn("terminal")))];
  const code = problems.every((each) => each.code === first?.code) ? (first?.code ?? "refused") : "wrong-input";
  const which = problems.length === files ? `None of the ${files} files` : `${problems.length} of ${files} files`;
  const end = `${which} can${problems.length === files ? "" : "not"} be taken in. Nothing was imported.`;
  return new CrmError(code, `${problems.length} of ${files} files cannot be imported`, {
    say: [...says, end].join("\n"),
  });
}
