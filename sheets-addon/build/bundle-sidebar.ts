import { readFile } from "node:fs/promises";
import { inRoom, runEsbuild } from "./run-esbuild.js";

/** What people see, as one page: Google serves no other files beside it. */
export async function bundleSidebar(): Promise<string> {
  const script = await runEsbuild({
    entryPoints: [inRoom("sidebar/index.tsx")],
    tsconfig: inRoom("sidebar/tsconfig.json"),
    target: "es2020",
    format: "iife",
    minify: true,
  });
  const style = await runEsbuild({ entryPoints: [inRoom("sidebar/sidebar.css")], minify: true });
  const page = await readFile(inRoom("sidebar/sidebar.html"), "utf8");
  return page.replace("/*css*/", () => style.text).replace("/*js*/", () => insidePage(script.text));
}

/** A script that names its own end, or a comment, would end too early. */
const insidePage = (script: string): string => script.replace(/<\/(script)/gi, "<\\/$1").replaceAll("<!--", "<\\!--");
