import type { Request } from "express";
import { countRequest, holderOfToken, type RequestLimit } from "../../core/access/index.js";
import { SPREADSHEET_HEADER } from "../../core/contract/index.js";
import type { ApiParts } from "./parts.js";
import { Refusal } from "./problem.js";
import type { Caller } from "./route.js";

/** Of one token: many times what a person's tabs need. */
const OF_TOKEN: RequestLimit = { most: 600, seconds: 60 };
/** Of one address without a token that holds. */
const OF_STRANGER: RequestLimit = { most: 60, seconds: 60 };

const BEARER = /^Bearer ([\w-]{1,200})$/i;

/** Who asks, by the token and the spreadsheet that it is good for. */
export async function authenticate(request: Request, { db, now }: ApiParts): Promise<Caller> {
  const secret = BEARER.exec(request.headers.authorization ?? "")?.[1];
  const holder = secret === undefined ? UNKNOWN : await holderOfToken(db, secret, spreadsheetOf(request), now());
  if (holder.kind === "known") {
    await requireWithin(`token:${holder.token._id}`, OF_TOKEN, { db, now });
    return holder;
  }
  await countStranger(request, { db, now });
  if (holder.kind === "other-spreadsheet") {
    throw new Refusal(
      403,
      "other-spreadsheet",
      `This connection belongs to another spreadsheet. Connect this one with its own code.`,
    );
  }
  throw new Refusal(
    401,
    "not-paired",
    "This spreadsheet is not connected any more. Get a code with /creator sheets connect, or roster sheets connect, and connect again.",
    {
      "www-authenticate": "Bearer",
    },
  );
}

const UNKNOWN = { kind: "unknown" } as const;

const spreadsheetOf = (request: Request): string | undefined => request.get(SPREADSHEET_HEADER);

/** Counts somebody who has shown no token that holds. */
export const countStranger = (request: Request, parts: Pick<ApiParts, "db" | "now">): Promise<void> =>
  requireWithin(`address:${request.ip ?? "unknown"}`, OF_STRANGER, parts);

/** @throws Refusal 429 that says how long to wait */
export async function requireWithin(
  caller: string,
  limit: RequestLimit,
  { db, now }: Pick<ApiParts, "db" | "now">,
): Promise<void> {
  const wait = await countRequest(db, caller, limit, now());
  if (wait === undefined) return;
  const detail = `More than ${limit.most} requests in ${limit.seconds} seconds. Try again in ${wait} seconds.`;
  throw new Refusal(429, "too-many-requests", detail, { "retry-after": String(wait) });
}
