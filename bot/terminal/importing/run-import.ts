import type { Connection } from "mongoose";
import { CrmError } from "../../../core/errors/index.js";
import type { ImportOutcome, ImportProgress } from "../../../core/imports/index.js";
import { counted } from "../../in-words.js";
import { progressInWords } from "../../progress-in-words.js";
import { terminalActor } from "../changing/acting.js";
import type { TerminalContext } from "../command.js";
import { isTerminal } from "../paint.js";
import { type StatusLine, statusLine } from "../status-line.js";
import type { ReadyFile } from "./inspect-files.js";
import { progressBar, rate } from "./progress-bar.js";

/**
 * Imports the files while a bar runs on the terminal; elsewhere each file that has been read says so in a line.
 *
 * @throws CrmError `refused` at Ctrl-C: what was begun stays as it is, and is finished by whoever takes it up
 */
export async function runImport(
  db: Connection,
  files: readonly ReadyFile[],
  { stderr, untilStopped }: Pick<TerminalContext, "stderr" | "untilStopped">,
): Promise<ImportOutcome[]> {
  const { importFiles } = await import("../../../core/imports/index.js");
  const actor = await terminalActor();
  const report = new ProgressReport(db, rowsOf(files), stderr);
  const importing = importFiles(
    db,
    files.map(({ inspected }) => inspected),
    {
      actor,
      now: () => new Date(),
      progress: (importId, progress) => report.tell(importId, progress),
    },
  );
  // Once it is cut off, nobody waits for it any more: it ends with the connection.
  importing.catch(() => undefined);
  try {
    return await Promise.race([importing, untilStopped().then(cutOff)]);
  } finally {
    await report.end();
  }
}

function cutOff(): never {
  throw new CrmError("refused", "the import was cut off by Ctrl-C", {
    say: "Cut off. The same command again finishes the import, and so does `start`.",
  });
}

function rowsOf(files: readonly ReadyFile[]): number {
  const counts = files.map(({ inspected }) => {
    if (!("known" in inspected)) return inspected.rows;
    return inspected.known.status === "done" ? 0 : (inspected.known.rows ?? 0);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

class ProgressReport {
  private readonly line: StatusLine;
  private readonly startedAt = performance.now();
  private readonly rows = new Map<string, number>();
  private readonly names = new Map<string, string>();
  private readonly said: Promise<void>[] = [];
  private settling: ImportProgress | undefined;
  private current = "";
  private readonly db: Connection;
  private readonly of: number;
  private readonly stderr: NodeJS.WritableStream;

  constructor(db: Connection, of: number, stderr: NodeJS.WritableStream) {
    this.db = db;
    this.of = of;
    this.stderr = stderr;
    this.line = statusLine(stderr);
    this.line.show(() => this.text());
  }

  tell(importId: string, progress: ImportProgress): void {
    if (progress.phase === "reading") this.tellRows(importId, progress);
    if (progress.phase === "settling") this.settling = progress;
  }

  private tellRows(importId: string, { done: rows, of }: ImportProgress): void {
    const isNew = !this.rows.has(importId);
    const isRead = rows >= of && (this.rows.get(importId) ?? 0) < of;
    this.rows.set(importId, rows);
    this.current = importId;
    if (isNew) this.said.push(this.learnName(importId));
    if (isRead && !isTerminal(this.stderr)) this.said.push(this.sayRead(importId, rows));
  }

  async end(): Promise<void> {
    this.line.clear();
    await Promise.all(this.said);
  }

  private text(): string {
    const done = this.done();
    const seconds = (performance.now() - this.startedAt) / 1_000;
    if (this.settling !== undefined) return `${counted(done, "row")} read, ${progressInWords(this.settling)}`;
    return progressBar({ done, of: this.of, seconds, label: this.names.get(this.current) ?? "" });
  }

  private done(): number {
    return [...this.rows.values()].reduce((sum, rows) => sum + rows, 0);
  }

  private async learnName(importId: string): Promise<void> {
    const { importModel } = await import("../../../core/imports/index.js");
    const record = await importModel(this.db)
      .findById(importId, { file: 1 })
      .lean()
      .catch(() => null); // only a label
    this.names.set(importId, record?.file ?? `import ${importId}`);
  }

  private async sayRead(importId: string, rows: number): Promise<void> {
    const speed = rate(this.done(), (performance.now() - this.startedAt) / 1_000);
    await Promise.all(this.said.slice(0));
    this.stderr.write(`${this.names.get(importId)}: ${counted(rows, "row")} read${speed === "" ? "" : `, ${speed}`}\n`);
  }
}
