/** `2 of 5 lists refreshed, 1 failed` */
export function overallInWords(states: readonly ("waiting" | "running" | "done" | "failed")[]): string {
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  const failed = count("failed");
  return `${count("done")} of ${states.length} lists refreshed${failed > 0 ? `, ${failed} failed` : ""}…`;
}
