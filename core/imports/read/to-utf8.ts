import { TextDecoder } from "node:util";
import iconv from "iconv-lite";
import type { TextForm } from "./text-form.js";

/** Turns the bytes of a text into UTF-8, chunk by chunk, without its byte-order mark. */
export interface ToUtf8 {
  /** @throws HalfCharacter */
  add(chunk: Buffer): Buffer;
  finish(): Buffer;
}

/** UTF-16 that is cut off or damaged. */
export class HalfCharacter extends Error {}

export function toUtf8({ encoding, bom }: Pick<TextForm, "encoding" | "bom">): ToUtf8 {
  const skip = skipFirst(bom);
  if (encoding === "utf-8") return { add: skip, finish: () => Buffer.alloc(0) };

  const decoder = decoderOf(encoding);
  return {
    add: (chunk) => Buffer.from(decoder.write(skip(chunk))),
    finish: () => Buffer.from(decoder.end() ?? ""),
  };
}

function decoderOf(encoding: string): { write(bytes: Buffer): string; end(): string | undefined } {
  if (!encoding.startsWith("utf-16")) return iconv.getDecoder(encoding);
  // iconv-lite lets halves of characters pass; a truncated file must not.
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const decode = (bytes: Buffer | undefined, stream: boolean) => {
    try {
      return decoder.decode(bytes, { stream });
    } catch (cause) {
      throw new HalfCharacter("not right UTF-16", { cause });
    }
  };
  return { write: (bytes) => decode(bytes, true), end: () => decode(undefined, false) };
}

function skipFirst(count: number): (chunk: Buffer) => Buffer {
  let left = count;
  return (chunk) => {
    const rest = chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
    return rest;
  };
}
