import { type Actor, ownerActor } from "../../core/access/index.js";

/** Whoever runs the machine, at a moment: may do everything. */
export const asOwner = (now: Date): { actor: Actor; now: Date } => ({ actor: ownerActor("ann"), now });
