import { PACES, type Pace } from "../../core/segments/index.js";

/** A name that may stand in quotes, straight or as phones write them, and what follows it. */
const QUOTED = /^["“”]([^"“”]*)["“”]\s*(.*)$/s;

/** The name at the beginning, one word or quoted, and the rest: `"big ones" gmv:>5k`. */
export function readNameFirst(text: string): { name: string; rest: string } {
  const trimmed = text.trim();
  const quoted = QUOTED.exec(trimmed);
  if (quoted) return { name: quoted[1] ?? "", rest: (quoted[2] ?? "").trim() };
  const [name = ""] = trimmed.split(/\s+/);
  return { name, rest: trimmed.slice(name.length).trim() };
}

/** A name that is the whole text, with quotes or without. */
export const readWholeName = (text: string): string => QUOTED.exec(text.trim())?.[1] ?? text.trim();

export interface WantedDigest {
  name: string;
  pace: Pace;
  /** In the channel, for everybody there, and not to the person alone. */
  here: boolean;
}

/** `NAME [daily|weekly] [here]`: the name may have spaces, the words after it are known ones. */
export function readWantedDigest(text: string): WantedDigest {
  const quoted = QUOTED.exec(text.trim());
  const words = (quoted ? (quoted[2] ?? "") : text).trim().split(/\s+/);
  const wanted = { pace: "daily" as Pace, here: false };
  for (let last = words.at(-1)?.toLowerCase(); last !== undefined; last = words.at(-1)?.toLowerCase()) {
    const pace = PACES.find((known) => known === last);
    if (pace) wanted.pace = pace;
    else if (last === "here") wanted.here = true;
    else break;
    words.pop();
  }
  return { name: quoted ? (quoted[1] ?? "") : words.join(" "), ...wanted };
}
