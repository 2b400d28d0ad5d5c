import { useRef } from "preact/hooks";
import type { AskableField } from "../../../core/contract/index.js";
import { Icon } from "../parts/icon.js";
import { termInWords } from "../query/term-in-words.js";

interface ChipsProps {
  terms: readonly string[];
  fields: readonly AskableField[];
  remove(at: number): void;
}

/** The query's terms, to be taken away one by one. The focus goes to the next one, or to what adds one. */
export function Chips({ terms, fields, remove }: ChipsProps) {
  const list = useRef<HTMLUListElement>(null);
  if (terms.length === 0) return <p class="note">No conditions: everything is shown.</p>;
  const drop = (at: number) => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const next = buttons[at + 1] ?? buttons[at - 1] ?? list.current?.parentElement?.querySelector<HTMLElement>(".add");
    next?.focus();
    remove(at);
  };
  return (
    <ul class="chips" aria-label="Conditions" ref={list}>
      {terms.map((term, at) => {
        const repeat = terms.slice(0, at).filter((each) => each === term).length;
        const words = termInWords(term, fields);
        return (
          <li key={`${repeat} ${term}`} class="chip" title={term}>
            <span>{words}</span>
            <button type="button" aria-label={`Remove ${words}`} onClick={() => drop(at)}>
              <Icon name="close" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
