export { CHANNELS, type Channel, type Communication, type Direction } from "./communication.js";
export { type Logged, logCommunication } from "./log-communication.js";
export { recentCommunications } from "./recent-communications.js";
