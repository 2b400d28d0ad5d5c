import { isTerminal } from "./paint.js";

/** A line that is written over and over while work goes on; on anything but a terminal there is none. */
export interface StatusLine {
  /** What to show from now on; called again ten times a second, so that a clock in it runs. */
  show(text: (columns: number) => string): void;
  /** Takes the line away. */
  clear(): void;
}

const REDRAWN_EVERY = 100; // ms
const USUAL_COLUMNS = 80; // a terminal that does not know its width says 0
const ERASE = "\r\u001B[2K";

export function statusLine(stderr: NodeJS.WritableStream): StatusLine {
  if (!isTerminal(stderr)) return { show() {}, clear() {} };

  let timer: NodeJS.Timeout | undefined;
  let current: (columns: number) => string = () => "";
  const draw = () => {
    const columns = ("columns" in stderr && Number(stderr.columns)) || USUAL_COLUMNS;
    // One less: a line that is exactly full wraps.
    stderr.write(ERASE + [...current(columns - 1)].slice(0, columns - 1).join(""));
  };
  return {
    show(text) {
      current = text;
      if (timer !== undefined) return;
      draw();
      timer = setInterval(draw, REDRAWN_EVERY).unref();
    },
    clear() {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      stderr.write(ERASE);
    },
  };
}
