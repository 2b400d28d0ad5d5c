import { ObjectId } from "mongodb";
import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { type Actor, ALL_BRANDS, can, requireRight } from "./actor.js";
import type { Person } from "./person.js";
import { personModel } from "./person-model.js";
import { recordSettingChange } from "./record-setting-change.js";
import type { Token } from "./token.js";
import { tokenModel } from "./token-model.js";
import { hashSecret, newToken } from "./token-secret.js";

/** Whom a token stands for, or why it stands for nobody. */
export type TokenHolder =
  | { kind: "known"; actor: Actor; token: Token }
  | { kind: "unknown" }
  | { kind: "other-spreadsheet" };

/** How often the last use of a token is written down; ms. */
const USE_NOTED_EVERY = 60_000;

/** Gives a person a token for a spreadsheet; one that they had for it before is good no more. */
export async function giveToken(
  db: Connection,
  person: Person,
  { spreadsheetId, title }: { spreadsheetId: string; title?: string },
  now: Date,
): Promise<{ secret: string; token: Token }> {
  const secret = newToken();
  const token: Token = {
    _id: new ObjectId().toHexString().slice(-8),
    hash: hashSecret(secret),
    personId: person._id,
    spreadsheetId,
    ...(title === undefined ? {} : { title }),
    pairedAt: now,
  };
  const { _id, ...rest } = token;
  const stored = await collectionOf(tokenModel(db)).findOneAndUpdate(
    { personId: person._id, spreadsheetId },
    { $set: rest, $unset: { lastUsedAt: "" }, $setOnInsert: { _id } },
    { upsert: true, returnDocument: "after" },
  );
  await logToken(db, token, "connected", { actor: { id: person._id, via: "sheets" }, now });
  return { secret, token: stored ?? token };
}

/** Who asks with a token from a spreadsheet. Their rights are those of this moment. */
export async function holderOfToken(
  db: Connection,
  secret: string,
  spreadsheetId: string | undefined,
  now: Date,
): Promise<TokenHolder> {
  const token = await collectionOf(tokenModel(db)).findOne({ hash: hashSecret(secret) });
  const person = token && (await collectionOf(personModel(db)).findOne({ _id: token.personId }));
  if (!token || !person || person.rights.length === 0) return { kind: "unknown" };
  if (token.spreadsheetId !== spreadsheetId) return { kind: "other-spreadsheet" };
  await noteUse(db, token, now);
  return { kind: "known", token, actor: { id: person._id, name: person.name, via: "sheets", rights: person.rights } };
}

async function noteUse(db: Connection, { _id, lastUsedAt }: Token, now: Date): Promise<void> {
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < USE_NOTED_EVERY) return;
  await collectionOf(tokenModel(db)).updateOne({ _id }, { $max: { lastUsedAt: now } });
}

/** What is connected: one's own, and everybody's for who manages all brands. */
export async function listTokens(db: Connection, { actor }: { actor: Actor }): Promise<Token[]> {
  const mine = can(actor, "manage") ? {} : { personId: actor.id };
  return collectionOf(tokenModel(db)).find(mine).sort({ personId: 1, pairedAt: -1, _id: 1 }).toArray();
}

/** Makes a token worthless. A person revokes their own; of others, who manages all brands. */
export async function revokeToken(
  db: Connection,
  id: string,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Token> {
  const token = await collectionOf(tokenModel(db)).findOne({ _id: id.trim() });
  if (!token) {
    throw new CrmError("not-found", `no token ${id}`, {
      say: `There is no connected spreadsheet "${id}".`,
      next: { terminal: "roster sheets lists them.", slack: "/creator sheets list shows them." },
    });
  }
  if (token.personId !== actor.id) requireRight(actor, "manage");
  const { deletedCount } = await collectionOf(tokenModel(db)).deleteOne({ _id: token._id });
  if (deletedCount === 1) await logToken(db, token, "disconnected", { actor, now });
  return token;
}

async function logToken(
  db: Connection,
  { personId, spreadsheetId, title }: Token,
  became: "connected" | "disconnected",
  acting: { actor: { id: string; via: string }; now: Date },
): Promise<void> {
  const subject = `${title ?? "spreadsheet"} (${spreadsheetId})`;
  const words = `connected as ${personId}`;
  const change = became === "connected" ? { to: words } : { from: words };
  await recordSettingChange(db, { kind: "sheet", subject, brandId: ALL_BRANDS, ...change }, acting);
}
