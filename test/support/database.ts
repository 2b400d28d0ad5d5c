import { randomUUID } from "node:crypto";
import mongoose, { type Connection } from "mongoose";
import { afterAll, inject } from "vitest";

/** A file of tests is a process' own copy of this module, so this is one name a file. */
const NAME = `test-${randomUUID()}`;

/** The address of the file's own database, for what opens it by itself. */
export function testDatabaseUri(): string {
  const uri = new URL(inject("mongodbUri"));
  uri.pathname = `/${NAME}`;
  return uri.href;
}

/**
 * The empty database of the file, dropped when the file is done.
 *
 * Called once, at the top: `const connection = testDatabase();`
 */
export function testDatabase(): Connection {
  const connection = mongoose.createConnection(testDatabaseUri(), { autoIndex: false, autoCreate: false });
  afterAll(async () => {
    await connection.dropDatabase();
    await connection.close();
  });
  return connection;
}
