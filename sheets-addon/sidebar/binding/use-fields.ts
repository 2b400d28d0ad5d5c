import { useCallback, useEffect, useState } from "preact/hooks";
import type { FieldsAnswer, SheetList } from "../../../core/contract/index.js";
import type { CallProblem } from "../../addon/calls.js";
import { useApp } from "../app/app-context.js";
import { problemOf } from "../call.js";

interface Fields {
  /** Absent until they are known. */
  fields?: FieldsAnswer;
  problem?: CallProblem;
  again(): void;
}

/** What can be asked of a list of a brand. */
export function useFields(list: SheetList, brand: string): Fields {
  const { ask } = useApp();
  const [tries, setTries] = useState(0);
  const [known, setKnown] = useState<{ of: string; fields?: FieldsAnswer; problem?: CallProblem }>({ of: "" });
  const of = `${list} ${brand} ${tries}`;
  useEffect(() => {
    let isCurrent = true;
    const take = (heard: { fields?: FieldsAnswer; problem?: CallProblem }) => isCurrent && setKnown({ of, ...heard });
    ask("fields", { list, brand }).then(
      (fields) => take({ fields }),
      (error) => take({ problem: problemOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [ask, list, brand, of]);
  const again = useCallback(() => setTries((before) => before + 1), []);
  return known.of === of ? { fields: known.fields, problem: known.problem, again } : { again };
}
