export { takeEvent } from "./take-event.js";
