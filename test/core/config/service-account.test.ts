import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readServiceAccount } from "../../../core/config/index.js";
import { CrmError } from "../../../core/errors/index.js";

const KEY = {
  type: "service_account",
  project_id: "roster",
  private_key: "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----\n",
  client_email: "roster@roster-synced.iam.gserviceaccount.example",
};
const read = (given?: string) => readServiceAccount({ GOOGLE_SERVICE_ACCOUNT: given });

let directory = "";
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "roster-key-"));
});
afterAll(() => rm(directory, { recursive: true }));

describe("readServiceAccount", () => {
  it("is nobody where it is not set", async () => {
    expect(await read()).toBeUndefined();
  });

  it("reads the JSON itself, and the file that is named", async () => {
    const account = {
      email: KEY.client_email,
      privateKey: KEY.private_key,
      tokenUri: "https://oauth2.googleapis.com/token",
    };
    expect(await read(`\n ${JSON.stringify(KEY)}`)).toEqual(account);
    const path = join(directory, "key.json");
    await writeFile(path, JSON.stringify(KEY, null, 2));
    expect(await read(path)).toEqual(account);
  });

  it.each([
    ["a file that is not there", "/nowhere/key.json", /the file \/nowhere\/key\.json cannot be read \(ENOENT\)/],
    ["a directory", tmpdir(), /cannot be read \(EISDIR\)/],
    ["what is no JSON", '{"private_key": "hunter2', /its JSON is no JSON/],
    [
      "the key of a person",
      JSON.stringify({ ...KEY, type: "authorized_user" }),
      /\(type: expected the key of a service/,
    ],
    ["no e-mail", JSON.stringify({ ...KEY, client_email: "hunter2" }), /\(client_email: expected an e-mail address\)/],
    ["no key", JSON.stringify({ ...KEY, private_key: "hunter2" }), /\(private_key: expected a private key\)/],
    ["a list", "[]", /the file \[\] cannot be read/],
    ["a key in PEM alone", KEY.private_key, /neither JSON nor a path/],
    ["JSON in quotes", `'${JSON.stringify({ ...KEY, note: "hunter2".repeat(50) })}'`, /neither JSON nor a path/],
  ])("refuses %s in words, which tell nothing of the key", async (_what, given, words) => {
    const error = await read(given).then(
      () => new Error("it was read"),
      (error: unknown) => error,
    );
    if (!(error instanceof CrmError)) throw error;
    expect([error.code, error.say]).toEqual(["wrong-input", expect.stringMatching(words)]);
    expect(error.say).toContain("Service accounts, Keys");
    expect(JSON.stringify([error.say, error.message, error.cause, error.stack])).not.toContain("hunter2");
  });
});
