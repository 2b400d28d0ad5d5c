import { own } from "./own.js";

/** Cells remembered for one column: an order export repeats a buyer's cells in every row, never far apart. */
const MOST = 2_000;

/**
 * The same pure function, which remembers its answers: for what is slow to read and comes again and again. What it
 * answers holds no row.
 */
export function remembering<T>(read: (cell: string) => T): (cell: string) => T {
  const answers = new Map<string, T>();
  return (cell) => {
    const known = answers.get(cell);
    if (known !== undefined) return known;
    const held = own(cell);
    const answer = read(held);
    if (answers.size >= MOST) answers.clear();
    answers.set(held, answer);
    return answer;
  };
}
