/** Cells remembered for one column: an order export repeats a buyer's cells in every row, never far apart. */
const MOST = 2_000;

/** The same pure function, which remembers its answers: for what is slow to read and comes again and again. */
export function remembering<T>(read: (cell: string) => T): (cell: string) => T {
  const answers = new Map<string, T>();
  return (cell) => {
    const known = answers.get(cell);
    if (known !== undefined) return known;
    const answer = read(cell);
    if (answers.size >= MOST) answers.clear();
    answers.set(cell, answer);
    return answer;
  };
}
