import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { MeAnswer } from "../../../core/contract/index.js";
import type { Opening } from "../../addon/calls.js";
import type { call } from "../call.js";
import type { Refreshes } from "../tabs/use-refreshes.js";
import type { Place } from "./place.js";

export interface App {
  opening: Opening;
  me: MeAnswer;
  /** Like `call`; a connection that is lost leads to the pairing code, and what is typed stays. */
  ask: typeof call;
  /** Takes in what a call says about the whole spreadsheet. */
  renew(opening: Opening): void;
  /** The spreadsheet was disconnected. */
  leave(opening: Opening): void;
  /** The connection is gone, and the pairing code is asked for in front of all this. */
  isLost: boolean;
  refreshes: Refreshes;
  go(place: Place): void;
}

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error("The sidebar's parts stand inside it.");
  return app;
}
