export { serversHere } from "./embedded/find-mongod.js";
export { inBatches } from "./in-batches.js";
export { inspectDatabase } from "./inspect-database.js";
export { lostConnection } from "./lost-connection.js";
export { type Database, openDatabase } from "./open-database.js";
