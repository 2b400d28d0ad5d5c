import type { Database } from "./open-database.js";

export interface DatabaseFacts {
  version: string;
  /** Absent on a single server, which has neither transactions nor change streams. */
  replicaSet?: string;
  /** Whether this server takes writes now. */
  writable: boolean;
}

export async function inspectDatabase({ connection }: Database): Promise<DatabaseFacts> {
  const admin = connection.getClient().db("admin");
  const [build, hello] = await Promise.all([admin.command({ buildInfo: 1 }), admin.command({ hello: 1 })]);
  return {
    version: String(build.version),
    replicaSet: hello.setName === undefined ? undefined : String(hello.setName),
    writable: hello.isWritablePrimary === true,
  };
}
