export type { Communication } from "./communication.js";
export { logCommunication } from "./log-communication.js";
export { recentCommunications } from "./recent-communications.js";
