export { plainLine, withoutHidden } from "./plain-text.js";
