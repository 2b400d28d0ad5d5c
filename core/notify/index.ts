export type { AnswerTo, ChangeNotice } from "./change-notice.js";
export type { DigestNotice } from "./digest-notice.js";
export type { Notify } from "./notify.js";
export type { RefreshNotice } from "./refresh-notice.js";
export { holdTurns, type Pace, tryTurn, waitForTurn } from "./turns.js";
