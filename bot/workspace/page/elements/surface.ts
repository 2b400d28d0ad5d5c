import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { PostAction } from "../../wire.js";
import type { OfferedOptions } from "../ask/requests.js";
import type { ElementState, Spot, Values } from "./element-state.js";

/** The message, view or Home that elements are in: what they hold, and the way to the bot. */
export interface Surface {
  from: PostAction["from"];
  values: Values;
  /** What the bot or the page has against an input, by block. */
  errors: Record<string, string>;
  /** The elements whose click is under way, by `spotKey`. */
  busy: ReadonlySet<string>;
  write(spot: Spot, state: ElementState): void;
  act(spot: Spot, action: Record<string, unknown> & { type: string }): Promise<boolean>;
  offer(spot: Spot, typed: string): Promise<OfferedOptions>;
}

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === undefined) throw new Error("An element stands outside of a message, view or Home.");
  return surface;
}
