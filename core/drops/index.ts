export { acceptDrop, isImportable } from "./accept-drop.js";
export { claimRejected, giveRejectedBack, setAnswer } from "./answer.js";
export { findDrop } from "./change-drop.js";
export {
  type Choosing,
  cancelDrop,
  chooseBrand,
  chooseSource,
  fetchAgain,
  type MappedColumns,
  mapColumns,
} from "./choose.js";
export type { Drop, DroppedColumn, DroppedFile, DropStatus, FileState, ReadyFileState } from "./drop.js";
export { dropModel } from "./drop-model.js";
export { type DropView, dropOfImport, importIdOf, readDropView } from "./drop-view.js";
export { MOST_BYTES, tooLarge } from "./kept-bytes.js";
export { forgetDrops, takeLeftDrops, touchDrop } from "./left-drops.js";
export { readCaption } from "./read-caption.js";
export { type FetchFile, readDrop } from "./read-drop.js";
export { type ReceivedDrop, receiveDrop } from "./receive-drop.js";
export { type RunningDrop, runDrop } from "./run-drop.js";
