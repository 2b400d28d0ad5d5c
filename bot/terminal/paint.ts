import { plainLine } from "../../core/text/index.js";

/** Words in colour on a terminal, plain ones elsewhere. */
export type Paint = Record<Colour, (text: string) => string>;

type Colour = keyof typeof CODES;

/** The terminal's codes that begin and end each. */
const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;

/** `NO_COLOR` and terminals that know no colours are respected: the stream itself knows. */
export function paintFor(stream: NodeJS.WritableStream): Paint {
  const coloured = "hasColors" in stream && typeof stream.hasColors === "function" && stream.hasColors() === true;
  const painter = ([begin, end]: readonly [number, number]) =>
    coloured ? (text: string) => `\u001B[${begin}m${text}\u001B[${end}m` : (text: string) => text;
  return {
    bold: painter(CODES.bold),
    dim: painter(CODES.dim),
    red: painter(CODES.red),
    green: painter(CODES.green),
    yellow: painter(CODES.yellow),
  };
}

/** Whether a person sits there. */
export function isTerminal(stream: NodeJS.ReadableStream | NodeJS.WritableStream): boolean {
  return "isTTY" in stream && stream.isTTY === true;
}

/** Text out of a file, such that it can neither move the cursor nor break the line. */
export const inOneLine = plainLine;
