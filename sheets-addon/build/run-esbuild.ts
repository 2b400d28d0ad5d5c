import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";

/** A file of the add-on, by its path in `sheets-addon/`. */
export const inRoom = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** One file of code or style out of many, written nowhere, and the names that it exports. */
export async function runEsbuild(options: BuildOptions): Promise<{ text: string; exports: string[] }> {
  const { outputFiles = [], metafile } = await build({
    outdir: inRoom("dist"),
    bundle: true,
    write: false,
    metafile: true,
    charset: "utf8",
    logLevel: "silent",
    ...options,
  });
  const [file] = outputFiles;
  const [output] = Object.values(metafile?.outputs ?? {});
  return { text: file?.text ?? "", exports: output?.exports ?? [] };
}
