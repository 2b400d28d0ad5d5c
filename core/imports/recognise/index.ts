export { explainNotRecognised } from "./explain.js";
export { type ColumnGuess, guessColumns } from "./guess-columns.js";
export { headerKey } from "./header-key.js";
export { nearness } from "./match-source.js";
export { OWN_EXPORT, ownExport } from "./own-export.js";
export { type Choice, recogniseHeaders } from "./recognise-headers.js";
export type { Recognition } from "./recognition.js";
export type { SavedMapping } from "./saved-mapping.js";
