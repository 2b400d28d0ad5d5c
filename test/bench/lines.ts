/** One line of the table that `npm run bench` prints. */
export interface Line {
  what: string;
  measured: string;
  target: string;
  met: boolean;
}

export const seconds = (value: number | undefined): string => `${(value ?? Number.NaN).toFixed(1)} s`;

const milliseconds = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));

export function ratio(what: string, value: number, most: number, detail: string): Line {
  return { what, measured: `${value.toFixed(2)} (${detail})`, target: `at most ${most}`, met: value <= most };
}

/** What many requests of one kind took, in milliseconds. */
export interface Spread {
  p50: number;
  p99: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** A line about 50th and 99th percentiles, each held against the most that it may be; milliseconds. */
export function spread(what: string, { p50, p99 }: Spread, most: Partial<Spread>): Line {
  const targets = [
    ...(most.p50 === undefined ? [] : [`p50 at most ${milliseconds(most.p50)} ms`]),
    ...(most.p99 === undefined ? [] : [`p99 at most ${milliseconds(most.p99)} ms`]),
  ];
  return {
    what,
    measured: `p50 ${milliseconds(p50)} ms, p99 ${milliseconds(p99)} ms`,
    target: targets.join(", "),
    met: p50 <= (most.p50 ?? Number.POSITIVE_INFINITY) && p99 <= (most.p99 ?? Number.POSITIVE_INFINITY),
  };
}

export function printTable(lines: readonly Line[]): string {
  const rows = lines.map(({ what, measured, target, met }) => [
    what,
    measured,
    target,
    target === "" ? "" : met ? "met" : "missed",
  ]);
  const all = [["what", "measured", "target", ""], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [line(all[0] as string[]), rule, ...rows.map(line)].join("\n");
}
