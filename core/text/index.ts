export { listInWords } from "./list-in-words.js";
export { fromOpaque, toOpaque } from "./opaque.js";
export { plainLine, withoutHidden } from "./plain-text.js";
