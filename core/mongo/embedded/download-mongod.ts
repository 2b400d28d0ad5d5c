import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const SCRIPT = fileURLToPath(new URL("./download-mongod.mjs", import.meta.url));

const answerSchema = z.object({ binary: z.string() });

/** A download that has said nothing for so long gets nowhere: some networks drop what they forbid; milliseconds. */
const SILENCE = 20_000;

/** Downloads MongoDB's own release for this platform into the directory. Throws when there is no way to it. */
export async function downloadMongod(directory: string): Promise<string> {
  const child = spawn(process.execPath, [SCRIPT, directory], { stdio: ["ignore", "pipe", "pipe"] });
  const silence = setTimeout(() => child.kill("SIGKILL"), SILENCE);
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    silence.refresh();
    said = (said + chunk).slice(-4000);
  });

  const exited = new Promise<number | null>((resolve, reject) => {
    child.once("close", resolve);
    child.once("error", reject);
  });
  try {
    const [answer, code] = await Promise.all([text(child.stdout), exited]);
    if (code !== 0) throw new Error(/^.*Error: (.*?)(?:, Details:)?$/m.exec(said)?.[1] ?? "the download got no answer");
    return answerSchema.parse(JSON.parse(answer)).binary;
  } finally {
    clearTimeout(silence);
  }
}
