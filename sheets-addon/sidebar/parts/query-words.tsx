import { splitTerms } from "../query/split-terms.js";

/** A query to be read: lines break between its terms. */
export function QueryWords({ query }: { query: string }) {
  const { terms, sort } = splitTerms(query);
  return (
    <code class="query">
      {[...terms, ...(sort ? [sort] : [])].map((term) => (
        <span key={term}>{term} </span>
      ))}
    </code>
  );
}
