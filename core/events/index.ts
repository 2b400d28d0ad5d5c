export { eventModel } from "./event-model.js";
export { giveEventBack, takeEvent } from "./take-event.js";
