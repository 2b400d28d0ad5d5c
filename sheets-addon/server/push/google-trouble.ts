import { CrmError } from "../../../core/errors/index.js";

/** What Google answered, or that it did not; nothing of the request, which holds a token. */
interface Answered {
  status?: number;
  said: string;
}

/** A refusal of Google's, in words for the person whose tab it is about. */
export function googleTrouble(error: unknown, account: string): CrmError {
  if (error instanceof CrmError) return error;
  const answered = readAnswer(error);
  const { status, said } = answered;
  const cause = new Error(said);
  if (isSignIn(error)) return signInTrouble(answered, account);
  if (status === undefined || status === 429 || status >= 500) return away(answered);
  if (status === 403) return forbidden(said, account);
  if (status === 404) {
    const say = "The spreadsheet was deleted. Restore it from the bin of Google Drive, or unbind its tabs.";
    return new CrmError("not-found", `Google: 404 ${said}`, { say, cause });
  }
  const say = `Google did not take what Roster wrote (${status}: ${said}). Whoever runs Roster can find out why.`;
  return new CrmError("wrong-input", `Google: ${status} ${said}`, { say, cause });
}

function away({ status, said }: Answered): CrmError {
  const how = status === undefined ? said : `${status}: ${said}`;
  const busy = status === 429 ? "Google takes no more requests at the moment" : "Google Sheets did not answer";
  const say = `${busy}. Roster tries again in some minutes, and goes on where it stopped.`;
  return new CrmError("unreachable", `Google: ${how}`, { say, cause: new Error(how) });
}

function forbidden(said: string, account: string): CrmError {
  const isOff = /has not been used|is disabled|SERVICE_DISABLED/i.test(said);
  const isProtected = /protected/i.test(said);
  const share = `The spreadsheet is not shared with Roster. Share it, as an editor, with ${account}`;
  const off = "The Google Sheets API is switched off in the project of Roster's service account. Switch it on there";
  const kept = `A range or tab is protected against ${account}. Let it edit there, in Data, Protect sheets and ranges`;
  const say = `${isOff ? off : isProtected ? kept : share}. The next refresh goes on by itself.`;
  return new CrmError("refused", `Google: 403 ${said}`, { say, cause: new Error(said) });
}

/** A key that was deleted, or a clock that is wrong. */
function signInTrouble(answered: Answered, account: string): CrmError {
  const { status, said } = answered;
  if (status === undefined || status === 429 || status >= 500) return away(answered);
  const say = `Google does not accept the key of ${account} (${said}). Whoever runs Roster has to make a new one and set GOOGLE_SERVICE_ACCOUNT.`;
  return new CrmError("refused", `Google sign-in: ${status} ${said}`, { say, cause: new Error(said) });
}

function readAnswer(error: unknown): Answered {
  const said = textIn(error, "message") ?? String(error);
  const response = inside(error, "response");
  const status = inside(response, "status") ?? inside(error, "status");
  const body = inside(inside(response, "data"), "error");
  const reason = textIn(body, "message") ?? (typeof body === "string" ? body : undefined) ?? said;
  return { ...(typeof status === "number" ? { status } : {}), said: reason.slice(0, MOST_SAID) };
}

const MOST_SAID = 300;

/** Token requests carry a signature, others a token. */
const isSignIn = (error: unknown): boolean => String(inside(inside(error, "config"), "url")).includes("/token");

const inside = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

function textIn(value: unknown, name: string): string | undefined {
  const text = inside(value, name);
  return typeof text === "string" && text !== "" ? text : undefined;
}
