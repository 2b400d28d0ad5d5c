import type { AnyBlock } from "@slack/types";
import { useMemo, useRef, useState } from "preact/hooks";
import type { PostAction } from "../../wire.js";
import { useApp } from "../app/app-context.js";
import { postAction, postOptions } from "../ask/requests.js";
import { spotKey, type Values, withState } from "./element-state.js";
import { initialValues, keepTyped } from "./initial-values.js";
import type { Surface } from "./surface.js";

interface Made extends Surface {
  setErrors(errors: Record<string, string>): void;
}

/** A surface for these blocks. What was typed outlives a change of the blocks. */
export function useNewSurface(blocks: readonly AnyBlock[], from: PostAction["from"]): Made {
  const { workspace, attempt } = useApp();
  const as = workspace.state.me;
  const held = useRef<Values>({});
  const [, redraw] = useState(0);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  useMemo(() => {
    held.current = keepTyped(initialValues(blocks), held.current);
  }, [blocks]);

  return {
    from,
    values: held.current,
    errors,
    busy,
    setErrors,
    write(spot, state) {
      held.current = withState(held.current, spot, state);
      setErrors(({ [spot.blockId]: _, ...others }) => others);
      redraw((count) => count + 1);
    },
    async act({ blockId, actionId }, action) {
      const key = spotKey({ blockId, actionId });
      setBusy((keys) => new Set(keys).add(key));
      const sent = { ...action, action_id: actionId, block_id: blockId };
      const done = await attempt(() => postAction({ as, action: sent, from, state: held.current }));
      setBusy((keys) => new Set([...keys].filter((other) => other !== key)));
      return done;
    },
    offer: ({ blockId, actionId }, value) => postOptions({ as, actionId, blockId, value, from }),
  };
}
