import type { ImportProgress } from "../core/imports/index.js";
import { counted } from "./in-words.js";

/** "4,500 of 10,000 rows read, 45%", and the same of rows written and creators brought up to date. */
export function progressInWords({ phase, done, of }: ImportProgress): string {
  const percent = of === 0 ? 100 : Math.min(100, Math.floor((100 * done) / of));
  const share = `${done.toLocaleString("en-US")} of ${counted(of, phase === "settling" ? "creator" : "row")}`;
  return `${share} ${DONE[phase]}, ${percent}%`;
}

const DONE = { reading: "read", writing: "written", settling: "brought up to date" } as const;
