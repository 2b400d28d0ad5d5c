export { giveEventBack, takeEvent } from "./take-event.js";
