import type { BuildOptions } from "esbuild";
import { inRoom, runEsbuild } from "./run-esbuild.js";

/** What runs at Google, as one script that asks the API at `address`. */
export async function bundleScript(address: string): Promise<string> {
  const options: BuildOptions = {
    entryPoints: [inRoom("addon/main.ts")],
    tsconfig: inRoom("addon/tsconfig.json"),
    define: { ROSTER_ADDRESS: JSON.stringify(address) },
    target: "es2019",
  };
  const names = (await runEsbuild({ ...options, format: "esm" })).exports;
  const { text } = await runEsbuild({ ...options, format: "iife", globalName: "Roster" });
  // Only functions that are declared at the top can be called from menus, triggers and the sidebar.
  const entries = names.map((name) => `function ${name}(given) {\n  return Roster.${name}(given);\n}\n`);
  return `${text}\n${entries.join("\n")}`;
}
