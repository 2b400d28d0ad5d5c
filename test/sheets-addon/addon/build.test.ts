import { createContext, Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { apiAddress } from "../../../sheets-addon/build/api-address.js";
import { bundleScript } from "../../../sheets-addon/build/bundle-script.js";
import { bundleSidebar } from "../../../sheets-addon/build/bundle-sidebar.js";
import { manifestFor } from "../../../sheets-addon/build/manifest.js";

const ADDRESS = "https://roster.example.com/api/v1";

describe("the address", () => {
  it("is that of the API, by https", () => {
    expect(apiAddress("https://roster.example.com")).toBe(ADDRESS);
    expect(apiAddress("https://example.com/crm/")).toBe("https://example.com/crm/api/v1");
    expect(apiAddress("http://127.0.0.1:3000")).toBe("http://127.0.0.1:3000/api/v1");
  });

  it.each([
    undefined,
    "",
    "http://roster.example.com",
    "roster.example.com",
    "ftp://x.example",
    "https://x.example/?a=1",
  ])("cannot be %s, and the reason says what to set", (url) => {
    expect(() => apiAddress(url)).toThrow(
      expect.objectContaining({ say: expect.stringContaining("PUBLIC_URL has to be") }),
    );
  });
});

describe("the manifest", () => {
  it("asks for three scopes, and may fetch from one address", async () => {
    const manifest = JSON.parse(await manifestFor(ADDRESS));
    expect(manifest.oauthScopes.map((scope: string) => scope.split("/").at(-1))).toEqual([
      "spreadsheets.currentonly",
      "script.container.ui",
      "script.external_request",
    ]);
    expect(manifest).toMatchObject({ runtimeVersion: "V8", urlFetchWhitelist: [`${ADDRESS}/`] });
  });
});

describe("the script", () => {
  it("is read without asking any service, and has a function at its top for each entry", async () => {
    const code = await bundleScript(ADDRESS);
    const context = createContext({});
    new Script(code).runInContext(context);
    const names = [...code.matchAll(/^function (\w+)\(given\)/gm)].map(([, name]) => String(name));
    expect(names).toEqual(
      expect.arrayContaining(["onOpen", "onInstall", "openSidebar", "refreshThisTab", "open", "connect", "importTab"]),
    );
    for (const name of names) expect([name, typeof context[name]]).toEqual([name, "function"]);
    expect(code).toContain(ADDRESS);
  });

  it("uses nothing newer than Apps Script has", async () => {
    expect(await bundleScript(ADDRESS)).not.toMatch(/\?\?=|\?\.\w|\.at\(-1\)|structuredClone|\bURL\(|(?<!\.)\bfetch\(/);
  });
});

describe("the sidebar", () => {
  it("is one page that loads nothing", async () => {
    const page = await bundleSidebar();
    expect(page).not.toContain("/*css*/");
    expect(page).not.toContain("/*js*/");
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page).not.toMatch(/<(?:link|img|script)[^>]+(?:href|src)=/);
  });
});
