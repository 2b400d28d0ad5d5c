import { createInterface } from "node:readline";
import { readConfig } from "../../../core/config/index.js";
import { createLog } from "../../../core/log/index.js";
import { openDatabase } from "../../../core/mongo/index.js";

/**
 * A command that opens the embedded database, writes one document, says `{uri, notes}` and stays until its standard
 * input ends. `notes` is how many documents there are by then.
 */
const database = await openDatabase(readConfig({ ...process.env, MONGODB_URI: undefined }), {
  log: createLog(process.stderr),
});
const notes = database.connection.collection("notes");
await notes.insertOne({ by: process.pid });
process.stdout.write(`${JSON.stringify({ uri: database.uri, notes: await notes.countDocuments() })}\n`);

createInterface({ input: process.stdin }).once("close", () => void database.close());
