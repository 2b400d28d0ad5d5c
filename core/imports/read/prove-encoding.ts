import { isAscii, isUtf8 } from "node:buffer";
import { asBuffer } from "./as-buffer.js";
import { cutCharacterLength, detectEncoding, detectLegacy } from "./detect-encoding.js";
import { fileError } from "./file-error.js";
import { UNKNOWN_BINARY } from "./file-kind.js";
import { countLines } from "./split-lines.js";
import type { TableFile } from "./table.js";
import type { TextForm } from "./text-form.js";

/** Enough for ten lines of headers and notes, and for the statistics of an encoding. */
export const HEAD_BYTES = 64 * 1024;
/** As many bytes of lines that are not UTF-8 are shown to chardet. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * Looks at every byte of a text file and says how it is encoded. One wrong byte late in a file settles it: the file was
 * Windows-1252 (or what chardet is sure of) from its start, unless other lines can only be UTF-8.
 *
 * @throws CrmError `refused`: not a text, or encoded in two ways, naming the line of the first wrong byte.
 */
export async function proveEncoding(file: TableFile): Promise<TextForm> {
  const proof = new Utf8Proof();
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of file.open()) {
    const bytes = asBuffer(chunk);
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, bytes]).subarray(0, HEAD_BYTES);
    proof.add(bytes);
  }
  proof.end();

  const detected = detectEncoding(head);
  if (detected === undefined) {
    throw fileError(file.name, undefined, `This is ${UNKNOWN_BINARY.what}. ${UNKNOWN_BINARY.instead}`);
  }
  if (detected.encoding.startsWith("utf-16") || proof.wrongLine === undefined) return { ...detected, head };
  if (detected.bom > 0 || proof.utf8Line !== undefined)
    throw encodedInTwoWays(file.name, proof.wrongLine, proof.utf8Line);
  return { encoding: detectLegacy(proof.sample), bom: 0, head };
}

/** Collects, chunk by chunk, the evidence for and against UTF-8. */
class Utf8Proof {
  /** The first line with a byte that UTF-8 does not allow. */
  wrongLine: number | undefined;
  /** The first line with letters beyond ASCII that are right UTF-8. */
  utf8Line: number | undefined;
  /** Lines with wrong bytes. */
  sample: Buffer = Buffer.alloc(0);
  private rest: Buffer = Buffer.alloc(0);
  private line = 1;

  add(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const whole = bytes.length - cutCharacterLength(bytes);
    this.rest = bytes.subarray(whole);
    this.judge(bytes.subarray(0, whole));
  }

  end(): void {
    this.judge(this.rest);
  }

  private judge(bytes: Buffer): void {
    if (!isAscii(bytes)) this.judgeLines(bytes);
    this.line += countLines(bytes);
  }

  private judgeLines(bytes: Buffer): void {
    if (isUtf8(bytes) && this.utf8Line !== undefined) return;
    let line = this.line;
    for (let start = 0; start < bytes.length; line++) {
      const end = bytes.indexOf(10, start);
      const text = bytes.subarray(start, end === -1 ? bytes.length : end);
      if (!isUtf8(text)) this.rememberWrong(text, line);
      else if (!isAscii(text)) this.utf8Line ??= line;
      start += text.length + 1;
    }
  }

  private rememberWrong(text: Buffer, line: number): void {
    this.wrongLine ??= line;
    if (this.sample.length < SAMPLE_BYTES) this.sample = Buffer.concat([this.sample, text, Buffer.from("\n")]);
  }
}

function encodedInTwoWays(file: string, wrongLine: number, utf8Line: number | undefined): Error {
  const proof = utf8Line === undefined ? "the file begins as UTF-8" : `line ${utf8Line} can only be UTF-8`;
  const problem = `a byte here is not UTF-8, while ${proof}. Save the whole file as UTF-8 and drop it again.`;
  return fileError(file, wrongLine, problem);
}
