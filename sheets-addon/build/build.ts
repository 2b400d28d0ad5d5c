import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readConfig, readEnvironment } from "../../core/config/index.js";
import { CrmError } from "../../core/errors/index.js";
import { apiAddress } from "./api-address.js";
import { bundleScript } from "./bundle-script.js";
import { bundleSidebar } from "./bundle-sidebar.js";
import { manifestFor } from "./manifest.js";
import { inRoom } from "./run-esbuild.js";

/** Writes the three files of the Apps Script project. */
async function buildAddon(): Promise<void> {
  const address = apiAddress(readConfig(readEnvironment(process.cwd())).PUBLIC_URL);
  const files = {
    "Code.js": await bundleScript(address),
    "sidebar.html": await bundleSidebar(),
    "appsscript.json": await manifestFor(address),
  };
  await mkdir(inRoom("dist"), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(inRoom("dist"), name), text);
  process.stdout.write(`sheets-addon/dist holds the add-on for ${address}.\n`);
}

try {
  await buildAddon();
} catch (error) {
  if (!(error instanceof CrmError)) throw error;
  process.stderr.write(`${error.say}\n`);
  process.exitCode = 1;
}
