import { createHash, randomBytes, randomInt } from "node:crypto";

const TOKEN_BYTES = 32;
const TOKEN_START = "roster_";
/** Letters and digits that nobody mistakes for each other when reading them out. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 8;

/** 256 random bits; begins so that scanners for leaked secrets can know it. */
export const newToken = (): string => `${TOKEN_START}${randomBytes(TOKEN_BYTES).toString("base64url")}`;

/** Eight characters: 39 bits, enough for ten minutes with few tries allowed. */
export const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/** As it was made, however it was typed. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, "");

/** What is kept of a secret. Secrets are random and long, or live for minutes: a slow hash would add nothing. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
