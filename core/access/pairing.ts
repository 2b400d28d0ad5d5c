import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { type Actor, requireRight } from "./actor.js";
import { pairingModel } from "./pairing-model.js";
import type { Person } from "./person.js";
import { personModel } from "./person-model.js";
import { hashSecret, newCode, plainCode } from "./token-secret.js";
import { giveToken } from "./tokens.js";

/** How long a code can be used. */
export const CODE_MINUTES = 10;

/**
 * Makes the code by which a person connects one spreadsheet; it works once. A code that they did not use is void.
 *
 * @param personId left out, the actor's own
 * @throws CrmError `forbidden` for somebody else's without `manage`, `not-found` for a person without rights
 */
export async function makePairingCode(
  db: Connection,
  { actor, now, personId = actor.id }: { actor: Actor; now: Date; personId?: string },
): Promise<{ code: string; person: Person; expiresAt: Date }> {
  if (personId !== actor.id) requireRight(actor, "manage");
  const person = await personWithRights(db, personId);
  if (!person) {
    throw new CrmError("not-found", `no person ${personId} with rights`, {
      say: `There is no "${personId}" among the people who may do something.`,
      next: {
        terminal: `Add them: roster people add ${personId} --role editor`,
        slack: "An admin can add them in Roster's Home.",
      },
    });
  }
  const code = newCode();
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000);
  const pairings = collectionOf(pairingModel(db));
  await pairings.deleteMany({ personId });
  await pairings.insertOne({ _id: hashSecret(code), personId, expiresAt });
  return { code, person, expiresAt };
}

/**
 * Trades a code for a token that is good for one spreadsheet. Of two who try one code at once, one gets it.
 *
 * @throws CrmError `not-found` for a code that is wrong, used or too old
 */
export async function pairSpreadsheet(
  db: Connection,
  { code, ...sheet }: { code: string; spreadsheetId: string; title?: string },
  now: Date,
): Promise<{ secret: string; person: Person }> {
  const pairing = await collectionOf(pairingModel(db)).findOneAndDelete({
    _id: hashSecret(plainCode(code)),
    expiresAt: { $gt: now },
  });
  const person = pairing && (await personWithRights(db, pairing.personId));
  if (!person) {
    throw new CrmError("not-found", "no such pairing code", {
      say: `This code is not known: a code works once and for ${CODE_MINUTES} minutes. Get a new one with /creator sheets connect, or roster sheets connect.`,
    });
  }
  const { secret } = await giveToken(db, person, sheet, now);
  return { secret, person };
}

const personWithRights = (db: Connection, id: string): Promise<Person | null> =>
  collectionOf(personModel(db)).findOne({ _id: id, "rights.0": { $exists: true } });
