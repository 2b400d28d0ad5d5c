export { plainLine } from "./plain-text.js";
