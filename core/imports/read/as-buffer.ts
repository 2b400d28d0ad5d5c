/** A chunk of a stream as bytes; streams of bytes give Buffers already. */
export function asBuffer(chunk: Buffer | Uint8Array | string): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
}
