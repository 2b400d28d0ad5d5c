import { type Actor, asViewer, ownerActor } from "../../core/access/index.js";

/** Whoever runs the machine: may do everything. */
export const OWNER: Actor = ownerActor("ann");

/** Somebody who may look at every brand, and sees contacts masked. */
export const VIEWER: Actor = asViewer(OWNER);

/** The owner, at a moment. */
export const asOwner = (now: Date): { actor: Actor; now: Date } => ({ actor: OWNER, now });
