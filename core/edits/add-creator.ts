import type { Connection } from "mongoose";
import type { Brand } from "../brands/brand.js";
import type { Creator } from "../creators/creator.js";
import { creatorIdOf } from "../creators/creator-id.js";
import { emptyState } from "../creators/creator-state.js";
import { loadForgotten } from "../creators/forgotten.js";
import { presentCreator } from "../creators/present-creator.js";
import { CrmError } from "../errors/crm-error.js";
import { type CreatorKey, handleOf } from "../sightings/sighting.js";
import { decideEdits } from "./decide-edits.js";
import { fieldInputs } from "./edit-creator.js";
import { keyMeant } from "./find-creator.js";
import { type Acting, type Edited, recordEdits } from "./record-edits.js";
import { refuseForgotten } from "./refuse-forgotten.js";

/**
 * Adds a creator by hand, with or without fields. It stays, whether or not an import ever names it.
 *
 * A creator of other brands only becomes one of this brand too.
 *
 * @throws CrmError `refused` for a creator that the brand has already, and for one that was forgotten
 */
export async function addCreator(
  db: Connection,
  who: string,
  fields: Readonly<Record<string, string>>,
  acting: Acting,
): Promise<Edited> {
  const inputs = fieldInputs(fields);
  const forgotten = await loadForgotten(db);
  if (forgotten.has({ keys: [keyMeant(who)] })) throw wasForgotten(who);
  return recordEdits(
    db,
    who,
    acting,
    (subject) => {
      const { creator, link, brand } = subject;
      if (link !== undefined) throw isThere(creator, brand);
      return [{ kind: "add" }, ...refuseForgotten(forgotten, decideEdits(subject, inputs))];
    },
    (key, brand) => emptyCreator(key, brand, acting.now),
  );
}

const wasForgotten = (who: string) =>
  new CrmError("refused", "a forgotten creator cannot be added", {
    say: `${who.trim()} was forgotten at a person's wish and is not taken in again.`,
  });

function isThere({ handle, keys }: Creator, { name }: Brand): CrmError {
  const shown = handle === undefined ? (keys[0] ?? "") : `@${handle}`;
  return new CrmError("refused", `${shown} exists`, {
    say: `${name} has ${shown} already.`,
    next: {
      terminal: `Change it with: edit ${shown} field=value`,
      slack: `Look at it with /creator ${shown}, or change it with /creator edit ${shown}`,
    },
  });
}

/** Nothing known but the name that it is called by. */
function emptyCreator(key: CreatorKey, brand: Brand, now: Date): Creator {
  const handle = handleOf(key);
  const state = emptyState({
    keys: new Set([key]),
    handles: handle === undefined ? [] : [handle],
    ...(handle === undefined ? { tiktokUserId: key.slice(1) } : {}),
  });
  const { creator } = presentCreator(creatorIdOf(key), state, new Map(), new Map([[brand._id, brand]]), now);
  return { ...creator, rev: 0 };
}
