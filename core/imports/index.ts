export type { Accepted, Import, ImportProgress, ImportReport, ImportStatus } from "./import.js";
export { type ImportedBy, type ImportOutcome, importFiles, takeUpAbandoned } from "./import-files.js";
export { importModel } from "./import-model.js";
export {
  type FileToImport,
  type ImportChoices,
  type InspectedFile,
  inspectFile,
  type KnownFile,
} from "./inspect-file.js";
export { isKept, openKept } from "./originals.js";
export { type ImportPreview, previewImport } from "./preview-import.js";
export type { Rejection } from "./rejected-rows.js";
export { SOURCES, type SourceName } from "./sources/index.js";
export { previewUndo, type UndoReport, undoImport } from "./undo-import.js";
