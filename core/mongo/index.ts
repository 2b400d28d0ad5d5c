export { serversHere } from "./embedded/find-mongod.js";
export { type DatabaseFacts, inspectDatabase } from "./inspect-database.js";
export { lostConnection } from "./lost-connection.js";
export { type Database, type OpenOptions, openDatabase } from "./open-database.js";
