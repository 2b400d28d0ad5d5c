import { cutTo } from "./parts.js";
import type { RichLine } from "./rich.js";

/** So many of the lines as have room, the last one cut; `letters` counts what people read. */
export function fitLines(lines: readonly RichLine[], letters: number): RichLine[] {
  let room = letters;
  const fitting: RichLine[] = [];
  for (const line of lines) {
    if (room <= 0) break;
    const fit = line.flatMap((part) => {
      if (part.type !== "text" || room <= 0) return room > 0 ? [part] : [];
      const text = cutTo(part.text, room);
      room -= part.text.length;
      return [{ ...part, text }];
    });
    fitting.push(fit);
  }
  return fitting;
}
