import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfig, readEnvironment, VARIABLES } from "../../../core/config/index.js";
import { printEnvExample } from "../../../core/config/print-env-example.js";

describe("readConfig", () => {
  it("needs nothing", () => {
    const config = readConfig({});
    expect(config.PORT).toBe(3000);
    expect(config.ROSTER_DATA_DIR).toBe(resolve(".roster"));
    expect(config.MONGODB_URI).toBeUndefined();
  });

  it("takes an empty value for an unset one, as in a .env with NAME=", () => {
    expect(readConfig({ PORT: "", SLACK_BOT_TOKEN: " " })).toMatchObject({ PORT: 3000, SLACK_BOT_TOKEN: undefined });
  });

  it("names the variable, what it expected and what it got", () => {
    expect(() => readConfig({ PORT: "eighty" })).toThrow('PORT: expected a number from 0 to 65535; got "eighty".');
  });

  it("names every bad variable at once", () => {
    const read = () => readConfig({ PORT: "70000", PUBLIC_URL: "crm.example.com" });
    expect(read).toThrow(/PORT: .*70000.*\nPUBLIC_URL: .*crm\.example\.com/);
    expect(read).toThrow(expect.objectContaining({ code: "wrong-input" }));
  });

  it("never shows a secret, wrong as it may be", () => {
    const read = () => readConfig({ SLACK_BOT_TOKEN: "hunter2hunter2", MONGODB_URI: "http://me:hunter2@db" });
    expect(read).toThrow(/SLACK_BOT_TOKEN: expected the bot token.*14 characters/);
    expect(read).not.toThrow(/hunter2/);
  });

  it("knows every token, key and password for a secret", () => {
    const open = VARIABLES.filter(({ secret }) => !secret).map(({ name }) => name);
    expect(open).toEqual(["ROSTER_DATA_DIR", "MONGOD_BINARY", "PORT", "PUBLIC_URL", "SLACK_API_URL"]);
  });

  it("takes PUBLIC_URL without its last slash", () => {
    expect(readConfig({ PUBLIC_URL: "https://crm.example.com/" }).PUBLIC_URL).toBe("https://crm.example.com");
  });

  it("keeps what it fetched under XDG_CACHE_HOME, else in the user's .cache", () => {
    expect(readConfig({ XDG_CACHE_HOME: "/c", HOME: "/home/ann" }).cacheDir).toBe("/c/roster");
    expect(readConfig({ HOME: "/home/ann" }).cacheDir).toBe("/home/ann/.cache/roster");
  });

  it.each([
    ["ROSTER_DATADIR", "ROSTER_DATA_DIR"],
    ["MONGODB_URL", "MONGODB_URI"],
    ["MONGO_BINARY", "MONGOD_BINARY"],
    ["SLACK_TOKEN", "SLACK_BOT_TOKEN"],
  ])("asks whether %s meant %s", (name, meant) => {
    expect(readConfig({ [name]: "x" }).mistyped).toEqual([{ name, meant }]);
  });

  it("leaves the names of other programs alone", () => {
    expect(readConfig({ SLACK_WEBHOOK_URL: "x", PATH: "/bin", PORTS: "1" }).mistyped).toEqual([]);
  });
});

describe("readEnvironment", () => {
  function directoryWith(dotEnv: string): string {
    const directory = mkdtempSync(join(tmpdir(), "roster-env-"));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    writeFileSync(join(directory, ".env"), dotEnv);
    return directory;
  }

  it("reads .env", () => {
    expect(readEnvironment(directoryWith('# mine\nPORT=4000\nPUBLIC_URL="https://crm.example.com"\n'), {})).toEqual({
      PORT: "4000",
      PUBLIC_URL: "https://crm.example.com",
    });
  });

  it("prefers a variable that is set to the file", () => {
    expect(readEnvironment(directoryWith("PORT=4000"), { PORT: "5000" }).PORT).toBe("5000");
  });

  it("does without a file", () => {
    expect(readEnvironment("/nonexistent", { PORT: "5000" })).toEqual({ PORT: "5000" });
  });
});

describe(".env.example", () => {
  it("is what the descriptions say", () => {
    const file = readFileSync(new URL("../../../.env.example", import.meta.url), "utf8");
    expect(file, "run `npm run env:example` to write it anew").toBe(printEnvExample());
  });

  it("describes every variable", () => {
    for (const { name, description } of VARIABLES) expect(description, name).toMatch(/\w.*[.)]$/);
  });

  it("parses to nothing set, as it stands", () => {
    const directory = mkdtempSync(join(tmpdir(), "roster-env-"));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    writeFileSync(join(directory, ".env"), printEnvExample());
    expect(readEnvironment(directory, {})).toEqual({});
  });
});
