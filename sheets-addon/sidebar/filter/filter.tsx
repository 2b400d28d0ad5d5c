import { useState } from "preact/hooks";
import type { AskableField, SheetList } from "../../../core/contract/index.js";
import { Problem } from "../parts/problem.js";
import { addTerm, removeTerm } from "../query/change-terms.js";
import { splitTerms } from "../query/split-terms.js";
import { AddCondition } from "./add-condition.js";
import { Chips } from "./chips.js";
import { CountLine } from "./count-line.js";
import { MistakeNote } from "./mistake-note.js";
import { QueryText } from "./query-text.js";
import { useCompletion } from "./use-completion.js";

interface FilterProps {
  list: SheetList;
  brand: string;
  fields: readonly AskableField[];
  query: string;
  write(query: string): void;
}

/** Which records are shown: conditions to add and take away, and the query that they are. The text is the truth. */
export function Filter({ list, brand, fields, query, write }: FilterProps) {
  const [cursor, setCursor] = useState(query.length);
  const completion = useCompletion({ list, brand, query, cursor: Math.min(cursor, query.length) });
  const { answer, problem, again } = completion;
  const put = (text: string, at = text.length) => {
    setCursor(at);
    write(text);
  };
  return (
    <fieldset class="part">
      <legend class="label">Filter</legend>
      <Chips terms={splitTerms(query).terms} fields={fields} remove={(at) => put(removeTerm(query, at))} />
      <AddCondition
        list={list}
        brand={brand}
        fields={fields}
        isBroken={answer?.mistake !== undefined}
        add={(term) => put(addTerm(query, term))}
      />
      <QueryText query={query} answer={answer} cursor={cursor} write={put} />
      {answer?.mistake && <MistakeNote query={query} mistake={answer.mistake} write={put} />}
      {problem && <Problem problem={problem} again={again} />}
      <CountLine
        list={list}
        brand={brand}
        query={query}
        isReady={answer !== undefined && answer.mistake === undefined}
        isWrong={answer?.mistake !== undefined || problem !== undefined}
      />
    </fieldset>
  );
}
