import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface PageBundle {
  script: string;
  style: string;
}

const inPage = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The page's TypeScript and CSS as one script and one style sheet, written nowhere. */
export async function bundlePage(): Promise<PageBundle> {
  const { outputFiles } = await build({
    entryPoints: [inPage("page.tsx")],
    tsconfig: inPage("tsconfig.json"),
    outdir: inPage("."),
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
  });
  const read = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? "";
  return { script: read(".js"), style: read(".css") };
}
