import { readFile } from "node:fs/promises";
import { z } from "zod";
import { CrmError } from "../errors/index.js";
import type { Environment } from "./environment.js";

/** Who writes sheets for Roster when nobody is there: an account of Google's, and the key that it signs with. */
export interface ServiceAccount {
  /** Whom spreadsheets are shared with. */
  email: string;
  privateKey: string;
  /** Where the key is traded for a token. */
  tokenUri: string;
}

/** As Google's console writes it; what else stands there is not needed. */
const keyFile = z.object({
  type: z.literal("service_account", "expected the key of a service account"),
  client_email: z.email("expected an e-mail address"),
  private_key: z.string().includes("PRIVATE KEY", "expected a private key"),
  token_uri: z.url({ protocol: /^https?$/ }).default("https://oauth2.googleapis.com/token"),
});

/**
 * Reads `GOOGLE_SERVICE_ACCOUNT`: the JSON of the key, or the path of its file. Nothing where it is not set.
 *
 * @throws CrmError `wrong-input` that says what is missing; nothing of the key
 */
export async function readServiceAccount({
  GOOGLE_SERVICE_ACCOUNT: given,
}: Pick<Environment, "GOOGLE_SERVICE_ACCOUNT">): Promise<ServiceAccount | undefined> {
  if (given === undefined) return undefined;
  const isText = given.trim().startsWith("{");
  const text = isText ? given : await readKeyFile(given);
  const where = isText ? "its JSON" : `the file ${given}`;
  const { success, data, error } = keyFile.safeParse(parse(text, where));
  if (success) return { email: data.client_email, privateKey: data.private_key, tokenUri: data.token_uri };
  const [issue] = error.issues;
  throw unusable(
    `${where} is no key of a service account (${issue?.path.join(".") || "all of it"}: ${issue?.message})`,
  );
}

/** A key is longer. */
const LONGEST_PATH = 400;

async function readKeyFile(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    // Not repeated: it may be the key itself, wrapped in something.
    if (path.length > LONGEST_PATH || path.includes("PRIVATE KEY")) throw unusable("it is neither JSON nor a path");
    const why = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw unusable(`the file ${path} cannot be read (${why})`);
  }
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unusable(`${where} is no JSON`);
  }
}

const unusable = (why: string): CrmError =>
  new CrmError("wrong-input", `GOOGLE_SERVICE_ACCOUNT: ${why}`, {
    say: `GOOGLE_SERVICE_ACCOUNT: ${why}. Expected the JSON file that Google's console makes: IAM, Service accounts, Keys, Add key.`,
  });
