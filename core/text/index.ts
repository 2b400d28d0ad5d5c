export { listInWords } from "./list-in-words.js";
export { plainLine, withoutHidden } from "./plain-text.js";
