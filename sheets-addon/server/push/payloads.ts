import type { Rectangle } from "../../addon/ranges.js";

/** Google advises at most 2 MB a request; the names of ranges come on top. Bytes. */
const MOST_BYTES = 1_700_000;
/** What naming one range takes; bytes. */
const RANGE_BYTES = 150;

/** Rectangles for one request each, cut between rows where they are too large: a row is never there in part. */
export function payloadsOf(rectangles: readonly Rectangle[], most: number = MOST_BYTES): Rectangle[][] {
  const payloads: Rectangle[][] = [];
  let bytes = most;
  for (const { row, at, values } of rectangles) {
    let open: Rectangle | undefined;
    for (const [down, line] of values.entries()) {
      const size = Buffer.byteLength(JSON.stringify(line)) + 1;
      if (bytes + size + RANGE_BYTES > most) {
        payloads.push([]);
        [bytes, open] = [0, undefined];
      }
      if (!open) {
        open = { row: row + down, at, values: [] };
        payloads[payloads.length - 1]?.push(open);
        bytes += RANGE_BYTES;
      }
      open.values.push(line);
      bytes += size;
    }
  }
  return payloads;
}
