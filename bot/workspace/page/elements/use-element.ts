import type { ConfirmationDialog } from "@slack/types";
import { useApp } from "../app/app-context.js";
import { type ElementState, type Spot, spotKey } from "./element-state.js";
import { useSurface } from "./surface.js";

/** What the components of all elements get. */
export interface ElementProps<Element> {
  element: Element;
  spot: Spot;
  /** Whether a change is sent to the bot at once; in an `input` block it waits for the view to be submitted. */
  sends: boolean;
  /** The id of the label of an `input` block. */
  labelledBy?: string;
}

interface Used {
  state: ElementState;
  isBusy: boolean;
  hasError: boolean;
  set(state: Omit<ElementState, "type">): Promise<void>;
  /** Holds a value without sending it. */
  hold(state: Omit<ElementState, "type">): void;
  send(): Promise<void>;
}

/** An element's value in its surface, and the way to change it: asked first where the element wants that. */
export function useElement({
  element,
  spot,
  sends,
}: ElementProps<{ type: string; confirm?: ConfirmationDialog }>): Used {
  const surface = useSurface();
  const { confirm } = useApp();
  const { type } = element;
  const state = surface.values[spot.blockId]?.[spot.actionId] ?? { type };
  return {
    state,
    isBusy: surface.busy.has(spotKey(spot)),
    hasError: surface.errors[spot.blockId] !== undefined,
    async set(changed) {
      if (sends && element.confirm && !(await confirm(element.confirm))) return;
      surface.write(spot, { ...changed, type });
      if (sends) await surface.act(spot, { ...changed, type });
    },
    hold: (changed) => surface.write(spot, { ...changed, type }),
    send: async () => void (await surface.act(spot, { ...state })),
  };
}
