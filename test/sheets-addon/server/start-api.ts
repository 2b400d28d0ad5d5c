import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import type { Connection } from "mongoose";
import pino from "pino";
import { afterAll, beforeAll } from "vitest";
import { addPerson, makePairingCode, ownerActor } from "../../../core/access/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { createApi } from "../../../sheets-addon/server/index.js";

export const NOW = new Date("2026-03-01T12:00:00Z");
export const OWNER = { actor: ownerActor("owner"), now: NOW };
export const SHEET = "sheet-1";

export interface Answered {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, looked into by expectations
  body: any;
  headers: Headers;
  bytes: number;
}

export interface Sent {
  method?: string;
  token?: string;
  sheet?: string;
  body?: unknown;
  /** As it stands, in place of `body`. */
  raw?: string | FormData;
  headers?: Record<string, string>;
}

/** The API on a port of its own, for the whole file of tests. */
export function startApi(
  db: Connection,
  clock: { now: Date } = { now: NOW },
  { serviceAccount }: { serviceAccount?: string } = {},
) {
  let address = "";
  const app = express().disable("x-powered-by");
  app.use("/api/v1", createApi({ db, now: () => clock.now, log: pino({ level: "silent" }), serviceAccount }));
  const server = createServer(app);

  beforeAll(async () => {
    await ensureIndexes(db);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  });
  afterAll(() => server.close());

  async function call(
    path: string,
    { method, token, sheet = SHEET, body, raw, headers = {} }: Sent = {},
  ): Promise<Answered> {
    const json: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
    const answer = await fetch(`${address}${path}`, {
      method: method ?? (body === undefined && raw === undefined ? "GET" : "POST"),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        "x-spreadsheet-id": sheet,
        ...json,
        ...headers,
      },
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const text = await answer.text();
    const isJson = answer.headers.get("content-type")?.includes("json");
    return {
      status: answer.status,
      body: isJson && text !== "" ? JSON.parse(text) : text,
      headers: answer.headers,
      bytes: text.length,
    };
  }

  return {
    call,
    /** Of the API, once it listens. */
    address: () => address,
    codeFor: (personId: string) => codeFor(db, personId, clock),
    tokenOf: (id: string, role: string, brand?: string) => tokenOf(id, role, brand),
  };

  async function tokenOf(id: string, role: string, brand?: string): Promise<string> {
    await addPerson(db, { id, role, ...(brand ? { brand } : {}) }, OWNER);
    const { body } = await call("/sheets/pair", { body: { code: await codeFor(db, id, clock), spreadsheetId: SHEET } });
    return body.token;
  }
}

async function codeFor(db: Connection, personId: string, { now }: { now: Date }): Promise<string> {
  return (await makePairingCode(db, { ...OWNER, now, personId })).code;
}
