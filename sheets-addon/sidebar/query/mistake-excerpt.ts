/** Letters shown on each side of a mistake. */
const AROUND = 24;

/** The part of a query that is wrong, with what stands around it. At the end, the place after the last letter. */
export function mistakeExcerpt(query: string, position: number, length: number) {
  const end = position + length;
  const before = query.slice(Math.max(0, position - AROUND), position);
  const after = query.slice(end, end + AROUND);
  return {
    before: position > AROUND ? `…${before}` : before,
    wrong: query.slice(position, end) || " ",
    after: query.length > end + AROUND ? `${after}…` : after,
  };
}
