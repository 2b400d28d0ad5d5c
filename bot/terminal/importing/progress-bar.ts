import { counted } from "../../in-words.js";

export interface BarState {
  done: number;
  of: number;
  /** Since the first row. */
  seconds: number;
  /** The file at hand. */
  label: string;
}

const WIDTH = 24;

/** `████████░░░░  38%  46,000 of 121,000 rows  15,300 rows/s  samples.csv` */
export function progressBar({ done, of, seconds, label }: BarState): string {
  const share = of === 0 ? 1 : Math.min(1, done / of);
  const full = Math.round(share * WIDTH);
  const bar = "█".repeat(full) + "░".repeat(WIDTH - full);
  const percent = `${Math.floor(share * 100)}%`.padStart(4);
  return [`${bar} ${percent}`, `${done.toLocaleString("en-US")} of ${counted(of, "row")}`, rate(done, seconds), label]
    .filter((part) => part !== "")
    .join("  ");
}

/** Rows per second; nothing before the first rows. */
export function rate(rows: number, seconds: number): string {
  if (rows === 0 || seconds < 0.05) return "";
  return `${Math.round(rows / seconds).toLocaleString("en-US")} rows/s`;
}
