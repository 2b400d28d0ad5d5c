import { readFile } from "node:fs/promises";
import { inRoom } from "./run-esbuild.js";

/** The project's manifest, which names the one address that the add-on may ask. */
export async function manifestFor(address: string): Promise<string> {
  const manifest: object = JSON.parse(await readFile(inRoom("addon/appsscript.json"), "utf8"));
  return `${JSON.stringify({ ...manifest, urlFetchWhitelist: [`${address}/`] }, null, 2)}\n`;
}
