export type { UndoReport } from "./count-undo.js";
export { finishAskedUndo } from "./finish-asked-undo.js";
export { foldExpired } from "./fold-expired.js";
export type { Import, ImportProgress, ImportReport } from "./import.js";
export { type ImportOutcome, importFiles } from "./import-files.js";
export { importModel } from "./import-model.js";
export {
  type FileToImport,
  type ImportChoices,
  type InspectedFile,
  inspectFile,
  type KnownFile,
} from "./inspect-file.js";
export { isAbandoned } from "./lease.js";
export { type ImportPage, type ImportPlace, listImports } from "./list-imports.js";
export { makeMapping } from "./mappings/make-mapping.js";
export { proposeColumns } from "./mappings/propose-columns.js";
export { removeMapping, saveMapping } from "./mappings/save-mapping.js";
export { savedMappings } from "./mappings/saved-mappings.js";
export { newCreatorsOf } from "./new-creators.js";
export { isKept, openKept } from "./originals.js";
export { previewImport } from "./preview-import.js";
export { peekTable } from "./read/index.js";
export type { ColumnGuess, SavedMapping } from "./recognise/index.js";
export type { Rejection } from "./rejected-rows.js";
export { COLUMN_FIELDS, type ColumnField, labelOf } from "./sources/index.js";
export { sweepOriginals } from "./sweep-originals.js";
export { takeUpAbandoned } from "./take-up-abandoned.js";
export { setUndoDays, undoDays } from "./undo-days.js";
export { previewUndo, requireUndoing, undoImport } from "./undo-import.js";
