import type { CompleteAnswer } from "../../../core/contract/index.js";
import { Button } from "../parts/button.js";
import { mistakeExcerpt } from "../query/mistake-excerpt.js";

interface MistakeNoteProps {
  query: string;
  mistake: NonNullable<CompleteAnswer["mistake"]>;
  write(query: string): void;
}

/** Where the query is wrong, why, and the word that was likely meant. */
export function MistakeNote({ query, mistake, write }: MistakeNoteProps) {
  const { position, length, reason, suggestion } = mistake;
  const { before, wrong, after } = mistakeExcerpt(query, position, length);
  const mend = () => write(query.slice(0, position) + suggestion + query.slice(position + length));
  return (
    <div class="mistake" role="status">
      <p>
        {reason}, at letter {position + 1}:
      </p>
      <code class="query">
        {before}
        <mark>{wrong}</mark>
        {after}
      </code>
      {suggestion && (
        <Button look="text" onClick={mend}>
          Did you mean {suggestion}?
        </Button>
      )}
    </div>
  );
}
