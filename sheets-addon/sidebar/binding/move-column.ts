/** The columns with one of them a place further up or down, where there is one. */
export function moveColumn(columns: readonly string[], column: string, way: "up" | "down"): string[] {
  const at = columns.indexOf(column);
  const to = way === "up" ? at - 1 : at + 1;
  const others = columns.filter((each) => each !== column);
  return at < 0 || to < 0 || to > others.length ? [...columns] : others.toSpliced(to, 0, column);
}
