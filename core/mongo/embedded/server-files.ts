import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** What lies in ROSTER_DATA_DIR/mongo. */
export interface ServerFiles {
  directory: string;
  /** mongod's own files. */
  data: string;
  /** The version of the server that wrote `data` last. */
  version: string;
  /** Where the server that ran last is reached; it stays when the server ends, for the port to be used again. */
  address: string;
  /** Only what a server said before it ended unasked. */
  log: string;
}

const addressSchema = z.object({
  pid: z.number(),
  port: z.number(),
  door: z.number(),
  token: z.string(),
  version: z.string(),
});

/** mongod's port, and the supervisor's door with the token by which it proves itself. */
export type ServerAddress = z.infer<typeof addressSchema>;

export function serverFiles(dataDir: string): ServerFiles {
  const directory = join(dataDir, "mongo");
  const files = {
    directory,
    data: join(directory, "data"),
    version: join(directory, "version"),
    address: join(directory, "server.json"),
    log: join(directory, "mongod-ended.log"),
  };
  mkdirSync(files.data, { recursive: true, mode: 0o700 });
  return files;
}

/** The version that the data was made with, or nothing when there is no data yet. */
export function readDataVersion(files: ServerFiles): string | undefined {
  return readIfThere(files.version)?.trim();
}

export function readAddress(files: ServerFiles): ServerAddress | undefined {
  const content = readIfThere(files.address);
  return content === undefined ? undefined : addressSchema.safeParse(JSON.parse(content)).data;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
