export { acceptDrop, isImportable } from "./accept-drop.js";
export { claimRejected, giveRejectedBack, setAnswer } from "./answer.js";
export { findDrop } from "./change-drop.js";
export { cancelDrop, chooseBrand, chooseSource, fetchAgain, mapColumns } from "./choose.js";
export type { Drop, DroppedColumn, DroppedFile, ReadyFileState } from "./drop.js";
export { type DropView, dropOfImport, readDropView } from "./drop-view.js";
export { MOST_BYTES, tooLarge } from "./kept-bytes.js";
export { forgetDrops, takeLeftDrops, touchDrop } from "./left-drops.js";

export { type FetchFile, readDrop } from "./read-drop.js";
export { receiveDrop } from "./receive-drop.js";
export { runDrop } from "./run-drop.js";
